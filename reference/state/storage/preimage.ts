// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { identityHash, identityTupleHashU32 } from "../keyParts.js"
import { oldRequestStatus, requestStatus } from "../namedTypes.js"
import { bytes } from "../scaleTypes.js"
import { isOptional, StorageMap } from "../storageItem.js"

export const StatusFor = new StorageMap("Preimage", "StatusFor", identityHash, oldRequestStatus, isOptional)
export const RequestStatusFor = new StorageMap("Preimage", "RequestStatusFor", identityHash, requestStatus, isOptional)
export const PreimageFor = new StorageMap("Preimage", "PreimageFor", identityTupleHashU32, bytes, isOptional)
