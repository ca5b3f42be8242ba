// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { blake2BytesOf32, twoxAccountId } from "../keyParts.js"
import { multisig } from "../namedTypes.js"
import { isOptional, StorageDoubleMap } from "../storageItem.js"

export const Multisigs = new StorageDoubleMap(
  "Multisig",
  "Multisigs",
  twoxAccountId,
  blake2BytesOf32,
  multisig,
  isOptional,
)
