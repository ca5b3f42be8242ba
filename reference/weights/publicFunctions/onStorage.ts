import { stateFunction } from "../../interface/stateFunction.js"
import { accountId, bool, bytes, choice, netUid, u8 } from "../../interface/valueTypes.js"
import { settleOpened } from "../timelockReveal.js"

/** Rules of weights that work on storage, and that no vector reaches otherwise: nobody can open a commit without a pulse. */
export const weightsStorageFunctions = [
  stateFunction({
    name: "weights.settleOpened",
    clauses: ["weights-40", "weights-41"],
    parameters: {
      netuid: netUid,
      mechanism: u8,
      hotkey: accountId,
      opened: choice("plain", "broken", "unknown"),
      plaintext: bytes,
    },
    result: bool,
    run: (chain, { netuid, mechanism, hotkey, opened, plaintext }) =>
      settleOpened(
        chain,
        netuid,
        mechanism,
        hotkey,
        opened === "plain" ? { kind: opened, plaintext } : { kind: opened },
      ),
  }),
]
