import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U96F32 } from "../numbers/formats.js"
import { subnetTerms } from "./subnetTerms.js"

const whole = (amount: bigint) => U96F32.fromInteger(amount)
const hundredth = U96F32.fromBits(U96F32.ONE / 100n)

describe("the terms of a subnet", () => {
  it("inject all TAO with the alpha that it is worth, as long as that is within the cap", () => {
    const terms = subnetTerms({
      taoEmission: whole(10n),
      alphaEmission: whole(1_000n),
      price: whole(2n),
      rootProportion: hundredth,
    })
    expect(terms).toEqual({ taoIn: whole(10n), alphaIn: whole(5n), alphaOut: whole(1_000n), excessTao: 0n })
  })

  it("inject no more alpha than root's proportion of the alpha emission; the other TAO buys", () => {
    const half = U96F32.fromBits(U96F32.ONE / 2n)
    const terms = subnetTerms({
      taoEmission: whole(300n),
      alphaEmission: whole(100n),
      price: whole(2n),
      rootProportion: half,
    })
    expect(terms).toEqual({ taoIn: whole(100n), alphaIn: whole(50n), alphaOut: whole(100n), excessTao: whole(200n) })
  })

  it("are not capped where the alpha is exactly the cap, so that no rounding takes TAO from the injection", () => {
    const third = U96F32.fromBits(U96F32.ONE / 3n)
    const terms = subnetTerms({
      taoEmission: whole(1n),
      alphaEmission: whole(1n),
      price: whole(3n),
      rootProportion: third,
    })
    expect(terms).toEqual({ taoIn: whole(1n), alphaIn: third, alphaOut: whole(1n), excessTao: 0n })
  })

  it("inject all TAO and no alpha at a price of zero", () => {
    const terms = subnetTerms({
      taoEmission: whole(9n),
      alphaEmission: whole(100n),
      price: U96F32.ZERO,
      rootProportion: hundredth,
    })
    expect(terms).toEqual({ taoIn: whole(9n), alphaIn: 0n, alphaOut: whole(100n), excessTao: 0n })
  })

  it("divide the TAO and never add to it; the alpha injected is within the cap", () => {
    const amount = fc.bigInt(0n, 1_000_000_000n << 32n).map((raw) => U96F32.fromBits(raw))
    const fraction = fc.bigInt(0n, U96F32.ONE).map((raw) => U96F32.fromBits(raw))
    fc.assert(
      fc.property(amount, amount, amount, fraction, (taoEmission, alphaEmission, price, rootProportion) => {
        const terms = subnetTerms({ taoEmission, alphaEmission, price, rootProportion })
        expect(terms.taoIn + terms.excessTao).toBe(taoEmission)
        expect(terms.alphaIn <= U96F32.mul(rootProportion, alphaEmission)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
