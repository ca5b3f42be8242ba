import { stateFunction } from "../../interface/stateFunction.js"
import { accountId, bool, bytes, netUid, optional, u8 } from "../../interface/valueTypes.js"
import { settleOpened } from "../timelockReveal.js"

/** Rules of weights that work on storage. */
export const weightsStorageFunctions = [
  stateFunction({
    name: "weights.settleOpened",
    clauses: ["weights-40", "weights-41"],
    parameters: {
      netuid: netUid,
      mechanism: u8,
      hotkey: accountId,
      plaintext: optional(bytes),
    },
    result: bool,
    run: (chain, { netuid, mechanism, hotkey, plaintext }) => settleOpened(chain, netuid, mechanism, hotkey, plaintext),
  }),
]
