import { markup, table } from "../../generate/markup.js"
import { bare, ofU64F64, percent } from "../quantities.js"
import type { RecordedBlock } from "../recordedBlock.js"
import type { Walk } from "../walk.js"

/** Where the block is from, and the network as it finds it. */
export function scene({ recording, context, events }: RecordedBlock, { before, storageChanges, epoch }: Walk): string {
  const rows = before.map(({ netuid, tao, alpha, alphaIssuance, price, minerBurned }) => [
    `<strong>${netuid}</strong>`,
    bare(tao),
    bare(alpha),
    bare(alphaIssuance),
    ofU64F64(price),
    percent(Number(minerBurned) / 2 ** 32),
  ])
  const head = [
    "subnet",
    "TAO in the pool",
    "alpha in the pool",
    "alpha issued",
    "price, TAO per alpha",
    "miners’ emission withheld",
  ]
  return `This is block ${context.number} of the recording <code>${markup(recording)}</code>: a small network on which the chain's own code ran while
everything it stored was written down. When this page was built, the model carried the block out again, stage by stage, and the
numbers below were read off in between. At the end its ${storageChanges} storage changes and ${events} events were compared with the recording:
they are equal, byte for byte. So these are the chain's numbers.

Amounts are exact: one TAO is 10<sup>9</sup> rao, one alpha 10<sup>9</sup> alpha rao, and all nine places are shown. Fractions are cut after the places shown.

Four subnets take part in emission. We shall follow what comes to **subnet ${epoch.pending.netuid}**.

${table("The network before the block", head, rows, "numbers-right")}`
}
