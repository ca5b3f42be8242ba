import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U96F32 } from "../numbers/formats.js"
import { participantShares } from "./participants.js"
import { fractionOfU16 } from "./u16Fraction.js"

const CUT = fractionOfU16(11_796)
const tao = (amount: bigint) => U96F32.fromInteger(amount)

describe("what a block brings the participants of a subnet", () => {
  it("is 18% for the owner, and of the rest one half each for servers and validators, without root", () => {
    expect(participantShares(tao(1_000_000_000n), CUT, U96F32.ZERO)).toEqual({
      ownerCut: 179_995_422n,
      server: 410_002_288n,
      validator: 410_002_288n,
      root: 0n,
    })
  })

  it("leaves root its proportion of the validators' half", () => {
    const half = U96F32.fromBits(1n << 31n)
    expect(participantShares(tao(1_000n), U96F32.ZERO, half)).toEqual({
      ownerCut: 0n,
      server: 500n,
      validator: 250n,
      root: 250n,
    })
  })

  it("gives validators nothing where root's proportion is one", () => {
    expect(participantShares(tao(7n), U96F32.ZERO, U96F32.ONE)).toEqual({
      ownerCut: 0n,
      server: 3n,
      validator: 0n,
      root: 3n,
    })
  })

  it("sums to at most what is issued, and to at most 3 alpha rao less", () => {
    const fraction = fc.bigInt(0n, U96F32.ONE).map((raw) => U96F32.fromBits(raw))
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 64n) - 1n), fraction, fraction, (alphaOut, ownerCut, rootProportion) => {
        const shares = participantShares(tao(alphaOut), ownerCut, rootProportion)
        const gap = alphaOut - (shares.ownerCut + shares.server + shares.validator + shares.root)
        expect(gap).toBeGreaterThanOrEqual(0n)
        expect(gap).toBeLessThanOrEqual(3n)
      }),
      { numRuns: 500 },
    )
  })
})
