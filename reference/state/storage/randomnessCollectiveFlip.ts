// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { hash } from "../chainTypes.js"
import { vector } from "../scaleTypes.js"
import { defaultsTo, StorageValue } from "../storageItem.js"

export const RandomMaterial = new StorageValue(
  "RandomnessCollectiveFlip",
  "RandomMaterial",
  vector(hash),
  defaultsTo(vector(hash), "0x00"),
)
