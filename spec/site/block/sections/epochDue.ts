import { splitBar } from "../drawings/bars.js"
import { alpha } from "../quantities.js"
import type { Walk } from "../walk.js"

/** The subnet's epoch is due, and takes what is pending. */
export function epochDueSection({ epoch, drained }: Walk): string {
  const { pending, tempo, input } = epoch
  const others = drained.filter(({ netuid }) => netuid !== pending.netuid).map(({ netuid }) => netuid)
  const parts = [
    { label: "owner", amount: pending.ownerCut, text: alpha(pending.ownerCut), tone: "owner" },
    { label: "miners", amount: pending.server, text: alpha(pending.server), tone: "alpha" },
    { label: "validators", amount: pending.validator, text: alpha(pending.validator), tone: "tao" },
    { label: "root", amount: pending.root, text: alpha(pending.root), tone: "root" },
  ]
  return `## 5. The epoch is due {#epoch}

Subnet ${pending.netuid} has a tempo of ${tempo} blocks, and its last epoch was in block ${input.lastEpochBlock}: one is due
([coinbase-09](~/rules/coinbase.html#coinbase-09)). It takes all that the subnet has gathered since then
([coinbase-12](~/rules/coinbase.html#coinbase-12))${others.length === 0 ? "" : `; subnet ${others.join(" and ")} has one in this block, too`}.

${splitBar("Pending alpha by recipient", parts)}

Who of the ${input.size} neurons gets what of the miners' and the validators' parts is for consensus to say.`
}
