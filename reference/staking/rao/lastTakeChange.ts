import { LastTxBlockDelegateTake } from "../../state/storage/subtensorModule.js"
import type { LastTakeChange } from "../stakingRules.js"

/** The block of a take's last change, in an item of its own. */
export const lastTakeChange: LastTakeChange = {
  get: ({ state }, hotkey) => LastTxBlockDelegateTake.get(state, hotkey),
  set: ({ state }, hotkey, block) => LastTxBlockDelegateTake.set(state, hotkey, block),
}
