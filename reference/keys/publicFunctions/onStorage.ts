import { stateFunction } from "../../interface/stateFunction.js"
import { accountId, nothing } from "../../interface/valueTypes.js"
import { setHotkeyOwner } from "../ownership.js"

/** Rules of keys that work on storage, and that no call reaches by itself. */
export const keysStorageFunctions = [
  stateFunction({
    name: "keys.setHotkeyOwner",
    clauses: ["keys-03"],
    parameters: { coldkey: accountId, hotkey: accountId },
    result: nothing,
    run: (chain, { coldkey, hotkey }) => setHotkeyOwner(chain, coldkey, hotkey),
  }),
]
