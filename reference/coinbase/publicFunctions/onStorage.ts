import { stateFunction } from "../../interface/stateFunction.js"
import { netUid, optional, u64 } from "../../interface/valueTypes.js"
import { nextEpochStartBlock } from "../epochSchedule.js"

/** Rules of the block step that work on storage, and that neither the block step nor a call reaches by itself. */
export const coinbaseStorageFunctions = [
  stateFunction({
    name: "coinbase.nextEpochStartBlock",
    clauses: ["coinbase-11"],
    parameters: { netuid: netUid },
    result: optional(u64),
    run: (chain, { netuid }) => nextEpochStartBlock(chain, netuid),
  }),
]
