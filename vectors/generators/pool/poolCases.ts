import fc from "fast-check"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { Json, JsonObject, TypeDescription } from "../../../reference/interface/valueType.js"
import { Perquintill } from "../../../reference/numbers/perquintill.js"
import { feeAmount } from "../../../reference/pool/swapFee.js"
import { BUY, SELL } from "../../../reference/pool/swapOrder.js"
import type { BoundaryCase, ChapterCases } from "../functions/functionCases.js"
import { ofAnySize, typeArbitrary } from "../functions/typeArbitrary.js"
import { ordinaryValue, typeBoundaries } from "../functions/typeBoundaries.js"

const PARTS = 10n ** 18n
const TAO = 10n ** 9n
const ONE_64 = 1n << 64n

/** A pool of even weights in which an alpha costs half a TAO, and an order that moves it a little. */
const ORDINARY = new Map<string, bigint>([
  ["quoteWeight", PARTS / 2n],
  ["weightIn", PARTS / 2n],
  ["weightOut", PARTS / 2n],
  ["alphaReserve", 2_000_000n * TAO + 7n],
  ["taoReserve", 1_000_000n * TAO + 3n],
  ["reserve", 1_000_000n * TAO + 3n],
  ["feeRate", 33n],
  ["amount", 1_234n * TAO + 567n],
  ["paidIn", 1_234n * TAO + 567n],
  ["taoIn", 1_234n * TAO + 567n],
  ["alphaIn", 1_234n * TAO + 567n],
  ["taoAdded", 12n * TAO],
  ["alphaAdded", 34n * TAO],
  ["alpha", 1_234n * TAO + 567n],
  ["tao", 1_234n * TAO + 567n],
  ["dividends", 41n * TAO],
  ["totalAlpha", 41_000n * TAO],
  ["fee", 50_000n],
  ["price", ONE_64 / 2n],
  ["current", ONE_64 / 2n],
  ["target", (ONE_64 * 3n) / 5n],
  ["limitPrice", 600_000_000n],
])

/** Limits of functions that take a fraction and not rao: one above and one below the ordinary price. */
const FRACTIONAL_LIMITS = new Map([
  ["pool.swapTaoForAlpha", (ONE_64 * 3n) / 5n],
  ["pool.swapAlphaForTao", (ONE_64 * 2n) / 5n],
])

const ORDERS = new Map<string, Pick<typeof BUY | typeof SELL, "amountOut" | "priceAfter">>([
  ["pool.swapTaoForAlpha", BUY],
  ["pool.swapAlphaForTao", SELL],
])

const STEPS = new Map([
  [0n, "at"],
  [1n, "a step above"],
  [-1n, "a step below"],
])

/** What pools and orders may be, as differences from the ordinary ones. A function is asked what it has parameters for. */
const DIFFERENCES: { readonly [name: string]: { readonly [parameter: string]: bigint } } = {
  "the least quote weight": { quoteWeight: PARTS / 100n },
  "the largest quote weight": { quoteWeight: PARTS - PARTS / 100n },
  "a quote weight just below the least": { quoteWeight: PARTS / 100n - 1n },
  "an uneven weight": { quoteWeight: 432_109_876_543_210_987n },
  "the least quote weight and nothing added": { quoteWeight: PARTS / 100n, taoAdded: 0n, alphaAdded: 0n },
  "the largest quote weight and nothing added": { quoteWeight: PARTS - PARTS / 100n, taoAdded: 0n, alphaAdded: 0n },
  "just below the least quote weight and nothing added": {
    quoteWeight: PARTS / 100n - 1n,
    taoAdded: 0n,
    alphaAdded: 0n,
  },
  "just above the largest quote weight and nothing added": {
    quoteWeight: PARTS - PARTS / 100n + 1n,
    taoAdded: 0n,
    alphaAdded: 0n,
  },
  "reserves that need the largest quote weight": { price: ONE_64, alphaReserve: TAO, taoReserve: 99n * TAO },
  "reserves that need just more than the largest quote weight": {
    price: ONE_64,
    alphaReserve: TAO,
    taoReserve: 99n * TAO + 1n,
  },
  "reserves that need the least quote weight": { price: ONE_64, alphaReserve: 99n * TAO, taoReserve: TAO },
  "reserves that need just less than the least quote weight": {
    price: ONE_64,
    alphaReserve: 99n * TAO + 1n,
    taoReserve: TAO,
  },
  "a shallow pool": { alphaReserve: 1_000_000n, taoReserve: 1_000_000n },
  "a pool of one rao": { alphaReserve: 1n, taoReserve: 1n },
  "little alpha and much TAO": { alphaReserve: 1_000n, taoReserve: 21_000_000n * TAO },
  "much alpha and little TAO": { alphaReserve: 21_000_000n * TAO, taoReserve: 1_000n },
  "an empty pool": { alphaReserve: 0n, taoReserve: 0n },
  "an order of one rao": { amount: 1n, taoIn: 1n, alphaIn: 1n, paidIn: 1n },
  "an order as large as the reserve": { amount: 1_000_000n * TAO, taoIn: 1_000_000n * TAO, alphaIn: 2_000_000n * TAO },
  "an order with an uneven weight": {
    quoteWeight: 512_345_678_901_234_567n,
    amount: 98_765n * TAO + 1n,
    taoIn: 98_765n * TAO + 1n,
  },
  "a limit at the price": { limitPrice: 500_000_000n },
  "a limit just above the price": { limitPrice: 500_000_001n },
  "a limit just below the price": { limitPrice: 499_999_999n },
  "a limit that an order reaches": { limitPrice: 500_000_100n, amount: 100_000n * TAO },
  "the target above the current price": { current: ONE_64 / 2n, target: ONE_64 },
  "the target below the current price": { current: ONE_64 / 2n, target: ONE_64 / 3n },
  "the target at the current price": { current: ONE_64 / 2n, target: ONE_64 / 2n },
  "the least step up": { current: ONE_64 / 2n, target: ONE_64 / 2n + 1n },
  "a fee of a half": { feeRate: 32_768n },
  "a fee just below all": { feeRate: 65_534n },
  "dividends that make the larger fee": { dividends: 41_000n * TAO, totalAlpha: 41_000n * TAO },
  "no stake at the last epoch": { totalAlpha: 0n },
  "a fee larger than the amount": { tao: 49_999n, fee: 50_000n },
  "a fee of the whole amount": { tao: 50_000n, fee: 50_000n },
}

function isFraction(type: TypeDescription): boolean {
  return type.kind === "fixed"
}

/** The limit as the function takes it: as a fraction, or in rao for an alpha. */
function jsonOf(parameter: string, type: TypeDescription, value: bigint): string {
  const isRao = parameter === "limitPrice" && isFraction(type)
  return (isRao ? (value * ONE_64) / TAO : value).toString()
}

function ordinaryOf({ name, parameters }: PublicFunction): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters).map(([parameter, { describe }]): [string, Json] => {
      const limit = parameter === "limitPrice" ? FRACTIONAL_LIMITS.get(name) : undefined
      if (limit !== undefined) return [parameter, limit.toString()]
      if (describe.kind === "struct") return [parameter, ordinaryPool(describe.fields)]
      const value = ORDINARY.get(parameter)
      return [parameter, value === undefined ? ordinaryValue(describe) : jsonOf(parameter, describe, value)]
    }),
  )
}

function ordinaryPool(fields: { readonly [name: string]: TypeDescription }): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, type]) => [name, ORDINARY.get(name)?.toString() ?? ordinaryValue(type)]),
  )
}

function differing({ parameters }: PublicFunction, ordinary: JsonObject): readonly BoundaryCase[] {
  return Object.entries(DIFFERENCES).flatMap(([name, difference]) => {
    const own = Object.entries(difference).flatMap(([parameter, value]): readonly [string, Json][] => {
      const type = parameters[parameter]?.describe
      return type === undefined ? [] : [[parameter, jsonOf(parameter, type, value)]]
    })
    return own.length === 0 ? [] : [{ name, input: { ...ordinary, ...Object.fromEntries(own) } }]
  })
}

/** Limits that are just what the price is after the order: the order is still made in full. */
function limitsReached({ name }: PublicFunction, ordinary: JsonObject): readonly BoundaryCase[] {
  const order = ORDERS.get(name)
  if (order === undefined) return []
  const read = (parameter: string) => BigInt(String(ordinary[parameter]))
  const pool = {
    quoteWeight: Perquintill.fromParts(read("quoteWeight")),
    alphaReserve: read("alphaReserve"),
    taoReserve: read("taoReserve"),
  }
  const amount = read("amount")
  const wanted = amount - feeAmount(amount, Number(read("feeRate")))
  const reached = order.priceAfter(pool, wanted, order.amountOut(pool, wanted))
  return [0n, 1n, -1n].map((steps) => ({
    name: `a limit ${STEPS.get(steps) ?? ""} the price that the order brings`,
    input: { ...ordinary, limitPrice: (reached + steps).toString() },
  }))
}

/** A reserve that is large enough for an amount to lack less than 2^-18 to a whole number. */
const LARGE = 1n << 37n
/** How much of the reserve an amount may lack to a whole number that is paid nevertheless. */
const GRAIN = 1n << 18n

/** What a constant-product pool pays for one rao: whole numbers that the exact amount does not quite reach. */
function nearlyWhole(paidInto: string, paidFrom: string, amount: string): readonly BoundaryCase[] {
  const cases: readonly (readonly [string, bigint, bigint])[] = [
    ["a whole number that the exact amount lacks next to nothing to", LARGE, 3n * (LARGE + 1n) - 1n],
    ["a whole number that the exact amount lacks 2^-18 to", LARGE - 1n, 3n * LARGE - LARGE / GRAIN],
    ["a whole number", LARGE - 1n, 3n * LARGE],
  ]
  const orders = cases.map(([name, into, from]) => ({
    name,
    input: { [paidInto]: into.toString(), [paidFrom]: from.toString(), [amount]: "1" },
  }))
  const last = 399n * TAO
  const leastLeft = [
    ["an order that leaves 10^7 rao", last],
    ["an order that would leave less than 10^7 rao, and gives nothing", last + 1n],
  ] as const
  const large = leastLeft.map(([name, order]) => ({
    name,
    input: { [paidInto]: TAO.toString(), [paidFrom]: (4n * TAO).toString(), [amount]: order.toString() },
  }))
  return [...orders, ...large]
}

const OF_CONSTANT_PRODUCT: ReadonlyMap<string, readonly BoundaryCase[]> = new Map([
  ["pool.rao.buy", nearlyWhole("taoReserve", "alphaReserve", "taoIn")],
  ["pool.rao.sell", nearlyWhole("alphaReserve", "taoReserve", "alphaIn")],
])

/** A price, or a limit, of the size that prices have. */
const prices = fc.bigInt({ min: ONE_64 / 1_000n, max: ONE_64 * 10n })

/** Values of the size that the parameter has on the chain, at times anything. */
function usual(parameter: string, type: TypeDescription): fc.Arbitrary<Json> {
  const chosen = usualNumber(parameter, type)
  if (chosen === undefined) return typeArbitrary(type)
  return fc.oneof({ weight: 9, arbitrary: chosen.map(String) }, { weight: 1, arbitrary: typeArbitrary(type) })
}

function usualNumber(parameter: string, type: TypeDescription): fc.Arbitrary<bigint> | undefined {
  if (/[wW]eight/.test(parameter)) return fc.bigInt({ min: PARTS / 100n, max: PARTS - PARTS / 100n })
  if (isFraction(type)) return prices
  if (parameter === "feeRate") return fc.bigInt({ min: 0n, max: 1_000n })
  if (parameter === "limitPrice") return fc.bigInt({ min: 1n, max: 10n * TAO })
  if (/[rR]eserve/.test(parameter)) return ofAnySize(1_000n, 21_000_000n * TAO)
  return type.kind === "integer" ? ofAnySize(0n, 1_000_000n * TAO) : undefined
}

function poolArbitrary({ parameters }: PublicFunction): fc.Arbitrary<JsonObject> {
  const entries = Object.entries(parameters).map(([name, { describe }]) => [
    name,
    describe.kind === "struct"
      ? fc.record(
          Object.fromEntries(Object.entries(describe.fields).map(([field, type]) => [field, usual(field, type)])),
        )
      : usual(name, describe),
  ])
  return fc.record(Object.fromEntries(entries))
}

/** The cases of pools: orders that move the price a little, much, and not at all. */
export const poolCases: ChapterCases = (declared) => {
  const ordinary = ordinaryOf(declared)
  const types = Object.fromEntries(Object.entries(declared.parameters).map(([name, { describe }]) => [name, describe]))
  return {
    boundaries: [
      ...typeBoundaries(types, ordinary),
      ...differing(declared, ordinary),
      ...limitsReached(declared, ordinary),
      ...(OF_CONSTANT_PRODUCT.get(declared.name) ?? []),
    ],
    arbitrary: poolArbitrary(declared),
    candidates: 100,
  }
}
