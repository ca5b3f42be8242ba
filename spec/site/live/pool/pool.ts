import { placesAbove, type Real } from "../../../../reference/numbers/ideal/realNumbers.js"
import { U64 } from "../../../../reference/numbers/integers.js"
import { livePage } from "../model/livePage.js"
import { type Model, Refused } from "../model/model.js"
import { decimalOfBits, grouped, numberOfBits, tao } from "../units/decimalText.js"
import { constantProductSwap } from "./constantProductSwap.js"
import { idealSwap } from "./idealSwap.js"
import { type PoolCase, poolCodec } from "./poolCase.js"
import type { KeptPrice, RunRule, Swap } from "./swap.js"
import { weightedSwap } from "./weightedSwap.js"

/** A value of the exact model beside what the same formula gives without rounding. */
export interface Compared {
  readonly name: string
  readonly exact: string
  readonly ideal: string
  /** How far the exact value lies above the ideal one, in units of its last place. */
  readonly distance: string
  /** What a unit of the last place is. */
  readonly place: string
}

/** A point of the drawings: a swap of some amount. Amounts in TAO or alpha, prices in TAO per alpha. */
export interface PathPoint {
  readonly amount: number
  readonly paidOut: number
  readonly priceAfter: number
  /** How much worse the average price is than the price before, as a fraction. */
  readonly slippage: number
}

/** What the page shows. */
export interface PoolView {
  readonly swap: Swap
  readonly slippage: number
  readonly compared: readonly Compared[]
  /** For amounts from none to twice that of the case. */
  readonly path: readonly PathPoint[]
}

const PATH_POINTS = 40n

function view(shown: PoolCase, model: Model): PoolView {
  const swap = swapOf(shown, (name, input) => model.run(name, input))
  return { swap, slippage: slippage(shown, swap), compared: compare(shown, swap), path: pathOf(shown, model) }
}

function swapOf(shown: PoolCase, run: RunRule): Swap {
  return shown.fork === "balancer" ? weightedSwap(shown, run) : constantProductSwap(shown, run)
}

/** What the average price, fee included, loses against the price before. */
function slippage({ side, amount }: PoolCase, { paidOut, priceBefore }: Swap): number {
  const price = numberOfBits(priceBefore.raw, priceBefore.fractionBits)
  if (amount === 0n || price === 0) return 0
  const atPriceBefore = side === "buy" ? Number(amount) / price : Number(amount) * price
  return 1 - Number(paidOut) / atPriceBefore
}

function pathOf(shown: PoolCase, model: Model): readonly PathPoint[] {
  const run: RunRule = (name, input) => model.sample(name, input)
  const points: PathPoint[] = []
  for (let index = 1n; index <= PATH_POINTS; index++) {
    const amount = U64.saturatingFrom((shown.amount * 2n * index) / PATH_POINTS)
    const point = pointAt({ ...shown, amount }, run)
    if (point !== undefined) points.push(point)
  }
  return points
}

/** The swap of one amount; undefined where it is refused. */
function pointAt(at: PoolCase, run: RunRule): PathPoint | undefined {
  try {
    const swap = swapOf(at, run)
    const { raw, fractionBits } = swap.priceAfter
    return {
      amount: Number(at.amount) / 1e9,
      paidOut: Number(swap.paidOut) / 1e9,
      priceAfter: numberOfBits(raw, fractionBits),
      slippage: slippage(at, swap),
    }
  } catch (thrown) {
    if (thrown instanceof Refused) return undefined
    throw thrown
  }
}

function compare(shown: PoolCase, swap: Swap): readonly Compared[] {
  const ideal = idealSwap(shown, swap)
  if (ideal === undefined) return []
  const out = shown.side === "buy" ? "alpha" : "TAO"
  return [
    compareAmount("Amount out", out, swap.paidOut, ideal.paidOut),
    compareAmount("Fee", swap.feeIn, swap.fee, ideal.fee),
    comparePrice("Price before", swap.priceBefore, ideal.priceBefore),
    comparePrice("Price after", swap.priceAfter, ideal.priceAfter),
  ]
}

function compareAmount(name: string, currency: string, exact: bigint, ideal: Real): Compared {
  return {
    name,
    exact: `${tao(exact)} ${currency}`,
    ideal: `${grouped(ideal.div(1e9).toFixed(12))} ${currency}`,
    distance: signed(placesAbove({ fractionBits: 0 }, exact, ideal)),
    place: currency === "TAO" ? "rao" : "alpha rao",
  }
}

function comparePrice(name: string, { raw, fractionBits }: KeptPrice, ideal: Real): Compared {
  return {
    name,
    exact: decimalOfBits(raw, fractionBits, 15),
    ideal: ideal.toFixed(18),
    distance: signed(placesAbove({ fractionBits }, raw, ideal)),
    place: `× 2^−${fractionBits}`,
  }
}

function signed(places: Real): string {
  const text = places.abs().lt(1e6) ? places.toFixed(3) : places.toExponential(3)
  return places.isNegative() ? text.replace("-", "−") : `+${text}`
}

/** A swap in a pool, exact and without rounding. */
export const poolPage = livePage(poolCodec, view)
