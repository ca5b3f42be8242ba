// Made from the metadata of spec_version 261 by `npm run declarations`; do not edit.

import { twoxU32 } from "../../keyParts.js"
import { optional, vector } from "../../scaleTypes.js"
import { defaultsTo, StorageMap } from "../../storageItem.js"
import { scheduled } from "../namedTypes.js"

export const Agenda = new StorageMap(
  "Scheduler",
  "Agenda",
  twoxU32,
  vector(optional(scheduled)),
  defaultsTo(vector(optional(scheduled)), "0x00"),
)
