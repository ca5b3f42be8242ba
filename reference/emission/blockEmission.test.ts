import { describe, expect, it } from "vitest"
import { blankChain } from "../state/blankChain.js"
import { taoBalance } from "../state/primitives.js"
import { TotalIssuance as CurrencyIssuance } from "../state/storage/balances.js"
import { BlockEmission, TotalIssuance } from "../state/storage/subtensorModule.js"
import { blockEmission, blockEmissionForIssuance, mintBlockEmission } from "./blockEmission.js"
import { TOTAL_SUPPLY } from "./supply.js"

describe("the block's TAO", () => {
  it("follows the issuance that SubtensorModule counts", () => {
    const chain = blankChain()
    TotalIssuance.set(chain.state, taoBalance(TOTAL_SUPPLY / 2n))
    expect(blockEmission(chain)).toBe(500_000_000n)
    expect(mintBlockEmission(chain).amount).toBe(500_000_000n)
    expect(CurrencyIssuance.get(chain.state)).toBe(500_000_000n)
  })

  it("is limited by the issuance that the currency counts", () => {
    const chain = blankChain()
    CurrencyIssuance.set(chain.state, taoBalance(TOTAL_SUPPLY - 7n))
    expect(mintBlockEmission(chain).amount).toBe(7n)
  })

  it("is not minted when it is nothing", () => {
    const chain = blankChain()
    TotalIssuance.set(chain.state, taoBalance(TOTAL_SUPPLY))
    expect(mintBlockEmission(chain).amount).toBe(0n)
    expect(chain.events).toEqual([])
  })
})

describe("BlockEmission", () => {
  it("keeps whatever was last read off the curve, of TAO or of alpha", () => {
    const chain = blankChain()
    blockEmissionForIssuance(chain, TOTAL_SUPPLY / 2n)
    expect(BlockEmission.get(chain.state)).toBe(500_000_000n)
  })

  it("is written only when it changes, and not at all beyond the supply", () => {
    const chain = blankChain()
    blockEmissionForIssuance(chain, 0n)
    blockEmissionForIssuance(chain, TOTAL_SUPPLY)
    expect(BlockEmission.has(chain.state)).toBe(false)
  })
})
