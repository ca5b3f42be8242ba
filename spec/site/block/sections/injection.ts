import { table } from "../../generate/markup.js"
import { alpha, bare, ofU64F64, ofU96F32, tao } from "../quantities.js"
import type { Walk } from "../walk.js"

/** TAO and alpha go into the pool. */
export function injectionSection({ before, after, epoch, emissions }: Walk): string {
  const { netuid } = epoch.pending
  const [old, now] = [before, after].map((views) => views.find((view) => view.netuid === netuid))
  const emission = emissions.get(netuid)
  if (old === undefined || now === undefined || emission === undefined) throw new Error(`subnet ${netuid} gets nothing`)
  const rows = [
    ["TAO in the pool", bare(old.tao), `+\u00a0${bare(now.tao - old.tao)}`, bare(now.tao)],
    ["alpha in the pool", bare(old.alpha), `+\u00a0${bare(now.alpha - old.alpha)}`, bare(now.alpha)],
    ["price, TAO per alpha", ofU64F64(old.price, 12), "", ofU64F64(now.price, 12)],
  ]
  return `## 3. Into the pool {#pool}

Subnet ${netuid} gets ${ofU96F32(emission, 6)} rao. They go into its pool together with as much alpha as they are worth at the pool's price of
${ofU64F64(old.price)} TAO per alpha, which is ${ofU96F32(old.terms.alphaIn, 6)} alpha rao. That is less than the cap, root's proportion of what the alpha curve gives, so all of
the TAO is injected and nothing is left to buy alpha with ([coinbase-04](~/rules/coinbase.html#coinbase-04)).

Whole rao are injected: **${tao(now.taoIn)}** and **${alpha(now.alphaIn)}**. Before that the weights of the pool are moved so that the price stays where it is
([coinbase-06](~/rules/coinbase.html#coinbase-06), [pool-19](~/rules/pool.html#pool-19)).

${table(`The pool of subnet ${netuid}`, ["", "before", "", "after"], rows, "numbers-right")}

The TAO is there to stay: miners and validators are not paid in it. They get alpha, and whoever wants TAO sells alpha to this pool.`
}
