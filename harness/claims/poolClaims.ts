import { Perquintill } from "../../reference/numbers/perquintill.js"
import { buy } from "../../reference/pool/balancer.js"
import { constantProductBuy } from "../../reference/pool/constantProduct.js"
import { updatedWeight } from "../../reference/pool/weights.js"
import { type ClaimNumber, inTao, numberOf } from "./numbers.js"

const TAO = 1_000_000_000n
const pool = { taoReserve: 1_000n * TAO, alphaReserve: 2_000n * TAO, quoteWeight: Perquintill.fromRational(1n, 2n) }
const PAID = 100n * TAO

function weighted(percent: bigint): bigint {
  return buy({ ...pool, quoteWeight: Perquintill.fromRational(percent, 100n) }, PAID)
}

function weightAfter(taoAdded: bigint, alphaAdded: bigint): string {
  const weight = updatedWeight(pool, taoAdded, alphaAdded)
  return weight === undefined ? "refused" : (Number(weight) / Number(Perquintill.ACCURACY)).toFixed(4)
}

/** What 100 TAO buy from a pool of 1000 TAO and 2000 alpha by x × y = k, and with weights; and how weights come to move. */
export function uniswap(): readonly ClaimNumber[] {
  const exact = (pool.alphaReserve * PAID) / (pool.taoReserve + PAID)
  return [
    numberOf("x × y = k, exactly", inTao(exact), "alpha"),
    numberOf("fork rao", inTao(constantProductBuy(pool, PAID) ?? 0n), "alpha"),
    numberOf("fork balancer, weight of TAO 0.50", inTao(weighted(50n)), "alpha"),
    numberOf("fork balancer, weight of TAO 0.40", inTao(weighted(40n)), "alpha"),
    numberOf("fork balancer, weight of TAO 0.60", inTao(weighted(60n)), "alpha"),
    numberOf("weight of TAO after 100 TAO and 200 alpha are injected", weightAfter(100n * TAO, 200n * TAO), ""),
    numberOf("weight of TAO after 100 TAO alone are injected", weightAfter(100n * TAO, 0n), ""),
    numberOf("weight of TAO after 200 alpha alone are injected", weightAfter(0n, 200n * TAO), ""),
  ]
}
