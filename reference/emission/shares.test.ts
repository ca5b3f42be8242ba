import { Decimal } from "decimal.js"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { U64F64, U96F32 } from "../numbers/formats.js"
import { realOfFixed } from "../numbers/ideal/realNumbers.js"
import { idealEmissions, idealShares } from "./shares.ideal.js"
import { emissionOfShare, type PricedSubnet, sharesOfEnabled, sharesOfPrices } from "./shares.js"

const ONE_TAO = U96F32.fromInteger(1_000_000_000n)

function price(numerator: number, denominator = 1): U64F64 {
  return U64F64.div(U64F64.fromInteger(numerator), U64F64.fromInteger(denominator))
}

function subnet(movingPrice: U64F64, minerBurned: U96F32 = U96F32.ZERO, emissionEnabled = true): PricedSubnet {
  return { movingPrice, minerBurned, emissionEnabled }
}

function shares(subnets: readonly PricedSubnet[]): readonly U64F64[] {
  return sharesOfPrices(subnets).map(({ share }) => share)
}

function emissions(subnets: readonly PricedSubnet[]): readonly bigint[] {
  return sharesOfEnabled(sharesOfPrices(subnets)).map((shared) => emissionOfShare(ONE_TAO, shared))
}

const half = U64F64.div(U64F64.ONE, U64F64.fromInteger(2))

describe("a subnet's share of the block's TAO", () => {
  it("is its part of all moving prices", () => {
    expect(shares([subnet(price(1, 4)), subnet(price(1, 4))])).toEqual([half, half])
    expect(shares([subnet(price(3)), subnet(price(1))])).toEqual([price(3, 4), price(1, 4)])
  })

  it("is less by what of its miners' emission was burnt, and the others have more", () => {
    const halfBurnt = U96F32.div(U96F32.ONE, U96F32.fromInteger(2))
    const [burnt, kept] = sharesOfPrices([subnet(price(2), halfBurnt), subnet(price(1))])
    expect([burnt?.share, kept?.share]).toEqual([half, half])
  })

  it("is nothing when everything was burnt, or more than everything", () => {
    const twice = U96F32.fromInteger(2)
    expect(shares([subnet(price(1), U96F32.ONE), subnet(price(1), twice), subnet(price(1))])).toEqual([
      0n,
      0n,
      U64F64.ONE,
    ])
  })

  it("ignores the burn when everybody's was burnt whole", () => {
    expect(shares([subnet(price(1), U96F32.ONE), subnet(price(1), U96F32.ONE)])).toEqual([half, half])
  })

  it("is nothing when no subnet has a price", () => {
    expect(shares([subnet(U64F64.ZERO), subnet(U64F64.ZERO)])).toEqual([0n, 0n])
    expect(shares([])).toEqual([])
  })

  it("of prices whose sum is beyond the format is a part of the format's greatest number", () => {
    expect(shares([subnet(U64F64.MAX), subnet(U64F64.MAX)])).toEqual([half, half])
  })
})

describe("a subnet's TAO", () => {
  it("is its share of the block's, to 32 binary places", () => {
    const third = (1_000_000_000n << 32n) / 3n
    expect(emissions([subnet(price(1)), subnet(price(1)), subnet(price(1))])).toEqual([third, third, third])
  })

  it("goes to the others when it is switched off", () => {
    expect(emissions([subnet(price(1)), subnet(price(2), U96F32.ZERO, false), subnet(price(1))])).toEqual([
      500_000_000n << 32n,
      0n,
      500_000_000n << 32n,
    ])
  })

  it("goes to nobody when all that have a share are switched off", () => {
    const off = subnet(price(1), U96F32.ZERO, false)
    expect(emissions([off, off])).toEqual([0n, 0n])
    expect(emissions([off, subnet(U64F64.ZERO)])).toEqual([0n, 0n])
  })
})

describe("shares and emissions beside the ideal", () => {
  const anySubnet = fc.record({
    movingPrice: fc.bigInt({ min: 1n, max: U64F64.ONE }).map((raw) => U64F64.fromBits(raw)),
    minerBurned: fc.bigInt({ min: 0n, max: U96F32.ONE }).map((raw) => U96F32.fromBits(raw)),
    emissionEnabled: fc.boolean(),
  })
  const real = ({ movingPrice, minerBurned, emissionEnabled }: PricedSubnet) => ({
    movingPrice: realOfFixed(U64F64, movingPrice),
    minerBurned: realOfFixed(U96F32, minerBurned),
    emissionEnabled,
  })
  const anySubnets = fc.array(anySubnet, { minLength: 1, maxLength: 8 })

  const places = (value: Decimal, fractionBits: number) => value.mul(new Decimal(2).pow(fractionBits))
  const sum = (values: readonly Decimal[]) => values.reduce((total, value) => total.add(value), new Decimal(0))

  /**
   * How far a share may be off, in last places: each of the roundings before the last division is at most one place
   * for the share and one for every member of the sum, and grows by the inverse of the sum.
   */
  const shareBound = (subnets: readonly PricedSubnet[]) => {
    const all = subnets.map(real)
    const weights = all.map(({ movingPrice, minerBurned }) => movingPrice.mul(Decimal.sub(1, minerBurned)))
    const kept = sum(weights).div(sum(all.map(({ movingPrice }) => movingPrice)))
    return new Decimal(3 + 2 * subnets.length).div(kept)
  }

  it("differ by the roundings of the shares, over the part of all weights that was kept", () => {
    fc.assert(
      fc.property(anySubnets, (subnets) => {
        const bound = shareBound(subnets)
        fc.pre(bound.lt(2 ** 40))
        const ideal = idealShares(subnets.map(real))
        shares(subnets).forEach((share, index) => {
          const error = realOfFixed(U64F64, share).sub(ideal[index] ?? 0)
          expect(places(error.abs(), 64).lte(bound)).toBe(true)
        })
      }),
    )
  })

  it("differ in rao by the errors of the shares, over the part that is switched on, and two roundings more", () => {
    fc.assert(
      fc.property(anySubnets, (subnets) => {
        const ideal = subnets.map(real)
        const switchedOn = sum(idealShares(ideal).filter((_, index) => ideal[index]?.emissionEnabled === true))
        const shareError = shareBound(subnets)
          .mul(subnets.length + 1)
          .add(1)
        fc.pre(shareError.lt(switchedOn.mul(2 ** 40)))
        const bound = places(shareError.div(switchedOn).mul(1e9), -32).add(2)
        const exact = idealEmissions(new Decimal(1e9), ideal)
        emissions(subnets).forEach((emission, index) => {
          const error = realOfFixed(U96F32, emission).sub(exact[index] ?? 0)
          expect(places(error.abs(), 32).lte(bound)).toBe(true)
        })
      }),
    )
  })

  it("never give out more than the block has", () => {
    fc.assert(
      fc.property(anySubnets, (subnets) => {
        const given = emissions(subnets).reduce((total, emission) => total + emission, 0n)
        expect(given).toBeLessThanOrEqual(ONE_TAO)
      }),
    )
  })
})
