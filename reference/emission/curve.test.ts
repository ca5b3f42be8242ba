import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { idealEmission, idealHalvings } from "./curve.ideal.js"
import { emissionAt, halvingsAt } from "./curve.js"
import { INITIAL_BLOCK_EMISSION, TOTAL_SUPPLY } from "./supply.js"

/** The least issuance behind which so many halvings lie: supply · (1 − 2^−halvings), rounded up. */
function threshold(halvings: bigint): bigint {
  return TOTAL_SUPPLY - TOTAL_SUPPLY / 2n ** halvings
}

/** Issuances everywhere, most of them near the end of the supply, where halvings are close together. */
const issuance = fc
  .tuple(fc.bigInt({ min: 1n, max: TOTAL_SUPPLY }), fc.bigInt({ min: 0n, max: 54n }))
  .map(([unissued, halvings]) => TOTAL_SUPPLY - (unissued / 2n ** halvings + 1n))
  .filter((issued) => issued >= 0n)

const halvings = Array.from({ length: 32 }, (_, index) => BigInt(index + 1))

describe("the emission of a block", () => {
  it("is one TAO at the beginning", () => {
    expect(emissionAt(0n)).toBe(1_000_000_000n)
  })

  it.each(halvings)("changes at halving %s, when half of the rest is issued and not a rao before", (count) => {
    expect(emissionAt(threshold(count) - 1n)).toBe(INITIAL_BLOCK_EMISSION / 2n ** (count - 1n))
    expect(emissionAt(threshold(count))).toBe(INITIAL_BLOCK_EMISSION / 2n ** count)
  })

  it("is nothing once the supply is issued", () => {
    expect(emissionAt(TOTAL_SUPPLY - 1n)).toBe(0n)
    expect(emissionAt(TOTAL_SUPPLY)).toBe(0n)
    expect(emissionAt(2n ** 64n - 1n)).toBe(0n)
  })

  it("never grows with the issuance", () => {
    fc.assert(
      fc.property(issuance, issuance, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(emissionAt(less)).toBeGreaterThanOrEqual(emissionAt(more))
      }),
    )
  })

  it("is the ideal's, floored to whole rao", () => {
    fc.assert(
      fc.property(issuance, (issued) => {
        expect(emissionAt(issued)).toBe(BigInt(idealEmission(issued).floor().toFixed()))
      }),
    )
  })
})

describe("the halvings behind an issuance", () => {
  it("are the ideal's up to 32, which is as far as 32 binary places can tell", () => {
    fc.assert(
      fc.property(issuance, (issued) => {
        expect(halvingsAt(issued)).toBe(BigInt(Math.min(idealHalvings(issued), 32)))
      }),
    )
  })
})
