import { splitBar } from "../drawings/bars.js"
import { alpha, ofU96F32 } from "../quantities.js"
import type { Pending } from "../subnetView.js"
import type { Walk } from "../walk.js"

function gained(before: Pending, after: Pending): Pending {
  return {
    owner: after.owner - before.owner,
    server: after.server - before.server,
    validator: after.validator - before.validator,
    root: after.root - before.root,
  }
}

function rootText({ sellsRoot }: Walk, recycled: bigint): string {
  if (sellsRoot)
    return "The moving prices of the subnets sum to more than one, so root's part is put by for those who stake on root ([coinbase-05](~/rules/coinbase.html#coinbase-05))."
  return `Root's part, ${alpha(recycled)}, is recycled in this block: the moving prices of all subnets sum to less than one, and then root gets nothing
([coinbase-05](~/rules/coinbase.html#coinbase-05)).`
}

/** New alpha is divided between those who take part in the subnet. */
export function participantsSection(walk: Walk): string {
  const { before, after, epoch } = walk
  const { netuid } = epoch.pending
  const [old, now] = [before, after].map((views) => views.find((view) => view.netuid === netuid))
  if (old === undefined || now === undefined) throw new Error(`subnet ${netuid} gets nothing`)
  const gain = gained(old.pending, now.pending)
  const recycled = now.alphaOut - gain.owner - gain.server - gain.validator - gain.root
  const parts = [
    { label: "owner", amount: gain.owner, text: alpha(gain.owner), tone: "owner" },
    { label: "miners", amount: gain.server, text: alpha(gain.server), tone: "alpha" },
    { label: "validators", amount: gain.validator, text: alpha(gain.validator), tone: "tao" },
    {
      label: walk.sellsRoot ? "root" : "root (recycled)",
      amount: gain.root + recycled,
      text: alpha(gain.root + recycled),
      tone: "root",
    },
  ]
  return `## 4. New alpha for those who take part {#participants}

Beside what goes into the pool, the subnet's alpha curve issues **${alpha(now.alphaOut)}** for owner, miners and validators. The owner's cut comes off
first; of the rest one half is for the miners, the other for the validators, who leave root its proportion of ${ofU96F32(now.rootProportion)}
([coinbase-07](~/rules/coinbase.html#coinbase-07)).

${splitBar("New alpha by recipient", parts)}

${rootText(walk, recycled)}

None of it is paid yet. It is added to what the subnet has pending ([coinbase-08](~/rules/coinbase.html#coinbase-08)).`
}
