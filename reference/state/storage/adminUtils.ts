// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { blake2PrecompileEnum } from "../keyParts.js"
import { bool } from "../scaleTypes.js"
import { defaultsTo, StorageMap } from "../storageItem.js"

export const PrecompileEnable = new StorageMap(
  "AdminUtils",
  "PrecompileEnable",
  blake2PrecompileEnum,
  bool,
  defaultsTo(bool, "0x01"),
)
