import { MinAllowedWeights, ValidatorPermit } from "../../../reference/state/storage/subtensorModule.js"
import type { BoundaryCase } from "../functions/functionCases.js"
import { validator1, validator2 } from "../scenarios/accounts.js"
import { SUBNET, workingSubnet } from "../scenarios/market.js"
import { questions } from "./storageCase.js"

/** A hotkey of 32 bytes, neurons 3 and 4, their weights 60 and 40, and version 0. */
function payloadOf(hotkey: string): string {
  return `0x80${hotkey.slice(2)}080300040008${"3c00"}${"2800"}${"00".repeat(8)}`
}

const settlings = questions(
  "weights that can be set",
  {
    network: () => workingSubnet().store((state) => MinAllowedWeights.set(state, SUBNET, 2)),
    parameters: {
      netuid: SUBNET.toString(),
      mechanism: "0",
      hotkey: validator1,
      plaintext: payloadOf(validator1),
    },
  },
  [
    { name: "that cannot be opened", parameters: { plaintext: null } },
    { name: "weights of somebody else", parameters: { plaintext: payloadOf(validator2) } },
    { name: "nothing that can be read", parameters: { plaintext: "0x04" } },
    {
      name: "weights that a call would refuse",
      store: (state) => ValidatorPermit.set(state, SUBNET, [false, false, false, false, false]),
    },
    { name: "of a mechanism that is not there", parameters: { mechanism: "3" } },
  ],
)

/** Rules of weights on small chains. */
export const weightsQuestions: { readonly [name: string]: readonly BoundaryCase[] } = {
  "weights.settleOpened": settlings,
}
