import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { I96F32, U96F32 } from "../../numbers/formats.js"
import { U64 } from "../../numbers/integers.js"
import { blankRaoChain } from "../../state/blankChain.js"
import { alphaBalance, netUid, ROOT, taoBalance } from "../../state/primitives.js"
import * as storage from "../../state/storage/subtensorModule.js"
import { alphaPrice, movingAlphaPrice, nextMovingPrice, updateMovingPrice } from "./alphaPrice.js"

const SEVEN = netUid(7)
const QUARTER = U96F32.fromBits(U96F32.ONE >> 2n)

function chainWithPool(mechanism: number) {
  const chain = blankRaoChain()
  storage.SubnetMechanism.set(chain.state, SEVEN, mechanism)
  storage.SubnetTAO.set(chain.state, SEVEN, taoBalance(1_000n))
  storage.SubnetAlphaIn.set(chain.state, SEVEN, alphaBalance(4_000n))
  storage.SubnetMovingPrice.set(chain.state, SEVEN, I96F32.fromBits(I96F32.ONE >> 1n))
  return chain
}

describe("the price of alpha", () => {
  it("is what the pool holds of TAO by what it holds of alpha", () => {
    expect(alphaPrice(chainWithPool(1), SEVEN)).toBe(QUARTER)
    expect(movingAlphaPrice(chainWithPool(1), SEVEN)).toBe(U96F32.ONE >> 1n)
  })

  it("is one without a pool and on root", () => {
    const chain = chainWithPool(0)
    expect([alphaPrice(chain, SEVEN), movingAlphaPrice(chain, SEVEN)]).toEqual([U96F32.ONE, U96F32.ONE])
    expect([alphaPrice(chain, ROOT), movingAlphaPrice(chain, ROOT)]).toEqual([U96F32.ONE, U96F32.ONE])
  })

  it("is zero in a pool without alpha", () => {
    const chain = chainWithPool(1)
    storage.SubnetAlphaIn.set(chain.state, SEVEN, alphaBalance(0n))
    expect(alphaPrice(chain, SEVEN)).toBe(0n)
  })
})

describe("the moving price", () => {
  const input = {
    movingPrice: QUARTER,
    currentPrice: U96F32.ONE,
    movingAlpha: I96F32.ONE,
    age: 10n,
    halvingBlocks: 10n,
  }

  it("goes half of the way where the subnet is as old as the halving blocks", () => {
    expect(nextMovingPrice(input)).toBe((U96F32.ONE * 5n) / 8n)
  })

  it("goes all of the way in the end, but counts a price above one as one", () => {
    const old = { ...input, halvingBlocks: 0n }
    expect(nextMovingPrice(old)).toBe(U96F32.ONE)
    expect(nextMovingPrice({ ...old, currentPrice: U96F32.fromInteger(9n) })).toBe(U96F32.ONE)
  })

  it("stays where it is in the block of the start", () => {
    expect(nextMovingPrice({ ...input, age: 0n })).toBe(QUARTER)
  })

  it("never leaves the range between the average and the price", () => {
    const price = fc.bigInt(0n, U96F32.ONE).map((raw) => U96F32.fromBits(raw))
    const share = fc.bigInt(0n, I96F32.ONE).map((raw) => I96F32.fromBits(raw))
    const blocks = fc.bigInt(0n, U64.MAX)
    fc.assert(
      fc.property(price, price, share, blocks, blocks, (movingPrice, currentPrice, movingAlpha, age, halvingBlocks) => {
        const next: bigint = nextMovingPrice({ movingPrice, currentPrice, movingAlpha, age, halvingBlocks })
        const lower = movingPrice < currentPrice ? movingPrice : currentPrice
        const upper = movingPrice < currentPrice ? currentPrice : movingPrice
        expect(next).toBeGreaterThanOrEqual(lower - 2n)
        expect(next).toBeLessThanOrEqual(upper)
      }),
    )
  })

  it("counts its age from the block before the first emission", () => {
    const chain = chainWithPool(1)
    storage.SubnetMovingAlpha.set(chain.state, I96F32.ONE)
    storage.EMAPriceHalvingBlocks.set(chain.state, SEVEN, 1n)
    storage.FirstEmissionBlockNumber.set(chain.state, SEVEN, 1n)
    updateMovingPrice(chain, SEVEN)
    expect(storage.SubnetMovingPrice.get(chain.state, SEVEN)).toBe((I96F32.ONE * 3n) / 8n)
  })
})
