// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { accountId, hash, netUid, netUidStorageIndex } from "./chainTypes.js"
import { precompileEnum, rateLimitKey } from "./namedTypes.js"
import { bytes, bytesOf, tuple, u16, u32, u64 } from "./scaleTypes.js"
import { keyPart } from "./storageKey.js"

export const blake2AccountId = keyPart("Blake2_128Concat", accountId)
export const twoxU32 = keyPart("Twox64Concat", u32)
export const twoxU64 = keyPart("Twox64Concat", u64)
export const identityNetUid = keyPart("Identity", netUid)
export const twoxAccountId = keyPart("Twox64Concat", accountId)
export const identityBytes = keyPart("Identity", bytes)
export const identityRateLimitKey = keyPart("Identity", rateLimitKey)
export const blake2NetUid = keyPart("Blake2_128Concat", netUid)
export const identityU16 = keyPart("Identity", u16)
export const identityNetUidStorageIndex = keyPart("Identity", netUidStorageIndex)
export const identityAccountId = keyPart("Identity", accountId)
export const twoxNetUidStorageIndex = keyPart("Twox64Concat", netUidStorageIndex)
export const twoxNetUid = keyPart("Twox64Concat", netUid)
export const identityU64 = keyPart("Identity", u64)
export const twoxU16 = keyPart("Twox64Concat", u16)
export const blake2BytesOf32 = keyPart("Blake2_128Concat", bytesOf(32))
export const identityHash = keyPart("Identity", hash)
export const identityTupleHashU32 = keyPart("Identity", tuple(hash, u32))
export const blake2TupleU32U32 = keyPart("Blake2_128Concat", tuple(u32, u32))
export const twoxBytesOf32 = keyPart("Twox64Concat", bytesOf(32))
export const blake2PrecompileEnum = keyPart("Blake2_128Concat", precompileEnum)
export const blake2U64 = keyPart("Blake2_128Concat", u64)
export const identityU32 = keyPart("Identity", u32)
export const blake2Hash = keyPart("Blake2_128Concat", hash)
