import { Burn, MaxBurn, MinBurn, NetworksAdded } from "../../reference/state/storage/subtensorModule.js"
import { first, type StepInvariant } from "./invariant.js"

/** The price of registration keeps within its bounds; bounds that were set in the block before count from this step on. */
export const burnIsBounded: StepInvariant = {
  name: "after the block step registration costs at least MinBurn and at most MaxBurn, where these are in order",
  clauses: ["registration-30", "registration-31"],
  brokenBy: ({ after, isBlockStep }) => {
    if (!isBlockStep) return undefined
    return first(
      NetworksAdded.keys(after).map((netuid) => {
        const [least, burn, most] = [MinBurn, Burn, MaxBurn].map((item) => item.get(after, netuid))
        if (least === undefined || burn === undefined || most === undefined || least > most) return undefined
        const within = burn >= least && burn <= most
        return within ? undefined : `registration on subnet ${netuid} costs ${burn} rao, not ${least} to ${most}`
      }),
    )
  },
}
