import { table } from "../../generate/markup.js"
import { splitBar } from "../drawings/bars.js"
import { bare, ofU64F64, ofU96F32, percent, tao } from "../quantities.js"
import type { Walk } from "../walk.js"

const TONES = ["tao", "alpha", "root", "owner"]

/** The block's TAO is divided between the subnets. */
export function sharesSection({ before, emissions, minted, recycled }: Walk): string {
  const rows = before.map(({ netuid, movingPrice, minerBurned }) => {
    const emission = emissions.get(netuid)
    const kept = 1 - Number(minerBurned) / 2 ** 32
    return [
      `<strong>${netuid}</strong>`,
      ofU64F64(movingPrice, 12),
      percent(kept),
      emission === undefined ? "–" : ofU96F32(emission, 6),
    ]
  })
  const parts = before.map(({ netuid, terms }, index) => {
    const rao = (terms.taoIn + terms.excessTao) >> 32n
    return { label: `subnet ${netuid}`, amount: rao, text: tao(rao), tone: TONES[index % TONES.length] ?? "tao" }
  })
  return `## 2. Between the subnets {#shares}

A subnet takes part if it was started, its alpha is enabled and it is open for registration
([emission-10](~/rules/emission.html#emission-10)). Its share is its part of the sum of all *moving* prices (an average that follows the price slowly), times the part
of its miners' emission that was not withheld at its last epoch, made to sum to one again ([emission-11](~/rules/emission.html#emission-11),
[emission-12](~/rules/emission.html#emission-12)).

${table("Shares of the block's TAO", ["subnet", "moving price, TAO per alpha", "not withheld", "share of the block, in rao"], rows, "numbers-right")}

Subnet ${before[0]?.netuid} has the highest moving price, and yet gets least: more than half of what its miners earned at its last epoch
was withheld from its owner's own hotkeys.

${splitBar(`${bare(minted.emission)} TAO by subnet`, parts)}

The ${recycled} rao that the roundings leave over go to nobody and are recycled ([coinbase-08](~/rules/coinbase.html#coinbase-08)).`
}
