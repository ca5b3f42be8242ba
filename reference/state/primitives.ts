import { type Branded, brand } from "../numbers/brand.js"
import type { Hex } from "./scaleTypes.js"

/** The 32 bytes of an account, as lower-case hexadecimal text that begins with `0x`. */
export type AccountId = Branded<Hex, "AccountId">

/** 32 bytes of a hash, as lower-case hexadecimal text that begins with `0x`. */
export type Hash = Branded<Hex, "Hash">

/** An amount of TAO, in rao. One TAO is 10^9 rao. */
export type TaoBalance = Branded<bigint, "TaoBalance">

/** An amount of a subnet's alpha, in alpha rao. */
export type AlphaBalance = Branded<bigint, "AlphaBalance">

/** The number of a subnet; 0 is the root network. */
export type NetUid = Branded<number, "NetUid">

/** A subnet and one of its mechanisms in one number: the subnet's plus 4096 times the mechanism's. */
export type NetUidStorageIndex = Branded<number, "NetUidStorageIndex">

/** Counts rao. The caller vouches that the amount is TAO and fits u64. */
export const taoBalance = (rao: bigint): TaoBalance => brand<TaoBalance>(rao)

/** Counts alpha rao. The caller vouches that the amount is alpha of one subnet and fits u64. */
export const alphaBalance = (alphaRao: bigint): AlphaBalance => brand<AlphaBalance>(alphaRao)

/** Names a subnet. */
export const netUid = (value: number): NetUid => brand<NetUid>(value)

/** Names a subnet's mechanism. */
export const netUidStorageIndex = (value: number): NetUidStorageIndex => brand<NetUidStorageIndex>(value)

/** Names an account by its 32 bytes in hexadecimal. */
export const accountId = (hex: Hex): AccountId => brand<AccountId>(hex)

/** A hash by its 32 bytes in hexadecimal. */
export const hash = (hex: Hex): Hash => brand<Hash>(hex)

/** No TAO. */
export const NO_TAO: TaoBalance = taoBalance(0n)

/** No alpha. */
export const NO_ALPHA: AlphaBalance = alphaBalance(0n)

/** The root network. */
export const ROOT: NetUid = netUid(0)
