import { callList, errorTable, eventTable, type Runtime, storageOf } from "../runtime.js"
import { calls } from "./calls.js"

import { palletErrors } from "./errors.js"
import { events } from "./events.js"
import { runtimeCall } from "./runtimeCall.js"
import { storageItems } from "./storage/items.js"

/** What the runtime of fork `rao` declares. */
export const raoRuntime: Runtime = {
  storage: storageOf("rao", storageItems),
  runtimeCall,
  calls: callList(calls),
  events: eventTable(events),
  errors: errorTable(palletErrors),
}
