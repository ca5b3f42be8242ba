// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.
import { bytesOf, u64, vector } from "../scaleTypes.js"
import { defaultsTo, StorageValue } from "../storageItem.js"

export const Authorities = new StorageValue(
  "Aura",
  "Authorities",
  vector(bytesOf(32)),
  defaultsTo(vector(bytesOf(32)), "0x00"),
)
export const CurrentSlot = new StorageValue("Aura", "CurrentSlot", u64, defaultsTo(u64, "0x0000000000000000"))
