import { describe, expect, it } from "vitest"
import { blankChain } from "../state/blankChain.js"
import { alphaBalance, netUid } from "../state/primitives.js"
import { AlphaBurned, AlphaRecycled, TotalAlphaIssuance } from "../state/storage/alphaAssets.js"
import { SubnetAlphaIn, SubnetAlphaOut } from "../state/storage/subtensorModule.js"
import { burnSubnetAlpha, mintAlphaIn, mintAlphaOut, recycleSubnetAlpha } from "./alphaAssets.js"

const SUBNET = netUid(7)
const items = { SubnetAlphaIn, SubnetAlphaOut, TotalAlphaIssuance, AlphaBurned, AlphaRecycled }

function ledger({ state }: ReturnType<typeof blankChain>): Readonly<Record<string, bigint>> {
  const stored = Object.entries(items).filter(([, item]) => item.has(state, SUBNET))
  return Object.fromEntries(stored.map(([name, item]) => [name, item.get(state, SUBNET)]))
}

describe("a subnet's alpha", () => {
  it("is minted into the pool or outside it, and entered in the ledger", () => {
    const chain = blankChain()
    mintAlphaIn(chain, SUBNET, alphaBalance(30n))
    mintAlphaOut(chain, SUBNET, alphaBalance(12n))
    expect(ledger(chain)).toEqual({ SubnetAlphaIn: 30n, SubnetAlphaOut: 12n, TotalAlphaIssuance: 42n })
  })

  it("burnt, stays counted", () => {
    const chain = blankChain()
    mintAlphaOut(chain, SUBNET, alphaBalance(12n))
    burnSubnetAlpha(chain, SUBNET, alphaBalance(5n))
    expect(ledger(chain)).toEqual({ SubnetAlphaOut: 12n, TotalAlphaIssuance: 12n, AlphaBurned: 5n })
  })

  it("recycled, is counted no more", () => {
    const chain = blankChain()
    mintAlphaOut(chain, SUBNET, alphaBalance(12n))
    recycleSubnetAlpha(chain, SUBNET, alphaBalance(5n))
    expect(ledger(chain)).toEqual({ SubnetAlphaOut: 7n, TotalAlphaIssuance: 7n, AlphaRecycled: 5n })
  })

  it("recycled beyond what there is stops at nothing", () => {
    const chain = blankChain()
    mintAlphaOut(chain, SUBNET, alphaBalance(12n))
    recycleSubnetAlpha(chain, SUBNET, alphaBalance(15n))
    expect(ledger(chain)).toEqual({ SubnetAlphaOut: 0n, TotalAlphaIssuance: 0n, AlphaRecycled: 15n })
  })

  it("of no amount leaves nothing in storage", () => {
    const chain = blankChain()
    for (const change of [mintAlphaIn, mintAlphaOut, burnSubnetAlpha, recycleSubnetAlpha]) {
      change(chain, SUBNET, alphaBalance(0n))
    }
    expect(ledger(chain)).toEqual({})
  })
})
