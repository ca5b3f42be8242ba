import { U64F64 } from "../../../../reference/numbers/formats.js"
import { alpha, ofU64F64, tao } from "../quantities.js"
import type { Walk } from "../walk.js"

/** The miner who was paid most. */
function bestPaid({ epoch }: Walk): number {
  const paid = epoch.epoch.output.serverEmission.map((amount, uid) => {
    const hotkey = epoch.hotkeys[uid]
    return hotkey === undefined || epoch.ownerHotkeys.has(hotkey) ? 0n : amount
  })
  return paid.reduce((best, amount, uid) => (amount > (paid[best] ?? 0n) ? uid : best), 0)
}

/** Where the journey ends. */
export function minerSection(walk: Walk): string {
  const { epoch, stakesBefore, stakesAfter, after } = walk
  const uid = bestPaid(walk)
  const paid = epoch.epoch.output.serverEmission[uid] ?? 0n
  const [before, now] = [stakesBefore[uid], stakesAfter[uid]]
  const pool = after.find(({ netuid }) => netuid === epoch.pending.netuid)
  if (before === undefined || now === undefined || pool === undefined) throw new Error("no miner was paid")
  const worth = U64F64.saturatingToU64(U64F64.saturatingMul(pool.price, U64F64.saturatingFromInteger(paid)))
  return `## 8. The miner {#miner}

Neuron ${uid}, the best paid of the miners, began the epoch with ${alpha(before.ofOwner)} staked by its owner on its hotkey, and ends it with
**${alpha(now.ofOwner)}**. ${alpha(paid)} of the difference are its incentive.

At the pool's price of ${ofU64F64(pool.price)} TAO per alpha that is ${tao(worth)} worth of alpha. To have TAO in hand its owner sells alpha to the pool that the mint
filled in step 3: it unstakes ([staking-32](~/rules/staking.html#staking-32)), the pool pays by [pool-04](~/rules/pool.html#pool-04), and the price gives way a little.

That is the whole way, from the mint to a miner, in one block of ${epoch.tempo} that make an epoch.`
}
