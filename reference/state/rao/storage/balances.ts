// Made from the metadata of spec_version 261 by `npm run declarations`; do not edit.

import { blake2AccountId } from "../../keyParts.js"
import { vector } from "../../scaleTypes.js"
import { defaultsTo, StorageMap } from "../../storageItem.js"
import { idAmount } from "../namedTypes.js"

export const Holds = new StorageMap(
  "Balances",
  "Holds",
  blake2AccountId,
  vector(idAmount),
  defaultsTo(vector(idAmount), "0x00"),
)
