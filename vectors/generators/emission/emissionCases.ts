import fc from "fast-check"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { JsonObject } from "../../../reference/interface/valueType.js"
import type { BoundaryCase, ChapterCases, OwnCases } from "../functions/functionCases.js"
import { typeBoundaries } from "../functions/typeBoundaries.js"
import { type RecordedEmission, recordedCurve } from "./recordedCurve.js"

const SUPPLY = 21_000_000n * 10n ** 9n
/** Beyond this many halvings a block emits nothing. */
const HALVINGS = 31n

/** The issuance at which the emission halves for the nth time. */
function thresholdOf(halving: bigint): bigint {
  return SUPPLY - (SUPPLY >> halving)
}

function issuanceCase(name: string, issuance: bigint): BoundaryCase {
  return { name, input: { issuance: issuance.toString() } }
}

/** Each threshold, one below it, and the recorded issuances that are nearest to it on both sides. */
function thresholds(curve: readonly RecordedEmission[]): readonly BoundaryCase[] {
  return Array.from({ length: Number(HALVINGS) }, (_, index) => BigInt(index + 1)).flatMap((halving) => {
    const threshold = thresholdOf(halving)
    const [low, high] = [thresholdOf(halving - 1n), thresholdOf(halving + 1n)]
    const below = curve.findLast(({ issuance }) => issuance < threshold && issuance > low)
    const above = curve.find(({ issuance }) => issuance > threshold && issuance < high)
    return [
      issuanceCase(`halving ${halving}`, threshold),
      issuanceCase(`one below halving ${halving}`, threshold - 1n),
      ...(below === undefined ? [] : [issuanceCase(`recorded before halving ${halving}`, below.issuance)]),
      ...(above === undefined ? [] : [issuanceCase(`recorded after halving ${halving}`, above.issuance)]),
    ]
  })
}

function curveCases(): OwnCases {
  const curve = recordedCurve()
  const ends = [
    issuanceCase("nothing issued", 0n),
    issuanceCase("one rao below the supply", SUPPLY - 1n),
    issuanceCase("all issued", SUPPLY),
    issuanceCase("more than all issued", SUPPLY + 1n),
    issuanceCase("the largest issuance", (1n << 64n) - 1n),
  ]
  return {
    boundaries: [...thresholds(curve), ...ends],
    known: curve.map(({ issuance, emission }) => ({
      name: `recorded-${issuance}`,
      input: { issuance: issuance.toString() },
      expect: { ok: emission.toString() },
    })),
  }
}

const ONE_64 = 1n << 64n
const ONE_32 = 1n << 32n

interface Priced {
  readonly price: bigint
  readonly burned: bigint
  readonly enabled: boolean
}

function subnet({ price, burned, enabled }: Priced): JsonObject {
  return { movingPrice: price.toString(), minerBurned: burned.toString(), emissionEnabled: enabled }
}

const SUBNETS: { readonly [name: string]: readonly Priced[] } = {
  "no subnets": [],
  "one subnet": [{ price: ONE_64, burned: 0n, enabled: true }],
  "one subnet without a price": [{ price: 0n, burned: 0n, enabled: true }],
  "prices of one to three": [1n, 2n, 3n].map((price) => ({ price: price * ONE_64, burned: 0n, enabled: true })),
  "a third each": [1n, 1n, 1n].map((price) => ({ price, burned: 0n, enabled: true })),
  "one switched off": [true, false].map((enabled) => ({ price: ONE_64, burned: 0n, enabled })),
  "all switched off": [false, false].map((enabled) => ({ price: ONE_64, burned: 0n, enabled })),
  "one burns half of what its miners earn": [0n, ONE_32 / 2n].map((burned) => ({
    price: ONE_64,
    burned,
    enabled: true,
  })),
  "one burns all": [0n, ONE_32].map((burned) => ({ price: ONE_64, burned, enabled: true })),
  "one burns more than all": [0n, 2n * ONE_32].map((burned) => ({ price: ONE_64, burned, enabled: true })),
  "all burn all": [ONE_32, ONE_32].map((burned) => ({ price: ONE_64, burned, enabled: true })),
  "the largest prices": [1n, 2n].map((less) => ({ price: (1n << 128n) - less, burned: 0n, enabled: true })),
  "the least price beside the largest": [1n, (1n << 128n) - 1n].map((price) => ({ price, burned: 0n, enabled: true })),
}

const priced = fc.record({
  price: fc.oneof(fc.bigInt({ min: 0n, max: 4n * ONE_64 }), fc.bigInt({ min: 0n, max: (1n << 128n) - 1n })),
  burned: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: ONE_32 })),
  enabled: fc.boolean(),
})

const subnetLists = fc.array(priced, { maxLength: 5 }).map((list) => list.map(subnet))

function shareCases({ parameters }: PublicFunction): OwnCases {
  const rest = Object.hasOwn(parameters, "blockEmission") ? { blockEmission: (10n ** 9n * ONE_32).toString() } : {}
  const boundaries = Object.entries(SUBNETS).map(([name, subnets]) => ({
    name,
    input: { ...rest, subnets: subnets.map(subnet) },
  }))
  return { boundaries, arbitrary: subnetLists.map((subnets) => ({ ...rest, subnets })) }
}

/** The supply's bounds in place of those of the type, where an issuance meets it. */
function mintableCases(declared: PublicFunction): OwnCases {
  const types = Object.fromEntries(Object.entries(declared.parameters).map(([name, { describe }]) => [name, describe]))
  const near = [0n, 1n, 2n].flatMap((short) =>
    [1n, 2n].map((amount) => ({
      name: `${amount} more with ${short} left`,
      input: { amount: amount.toString(), issuance: (SUPPLY - short).toString() },
    })),
  )
  return { boundaries: [...typeBoundaries(types), ...near] }
}

/** The cases of emission. */
export const emissionCases: ChapterCases = (declared) => {
  if (declared.name === "emission.blockEmissionForIssuance") return curveCases()
  if (declared.name === "emission.mintable") return mintableCases(declared)
  return Object.hasOwn(declared.parameters, "subnets") ? shareCases(declared) : {}
}
