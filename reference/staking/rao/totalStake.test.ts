import { describe, expect, test } from "vitest"
import { alphaBalance, ROOT } from "../../state/primitives.js"
import { SubnetAlphaIn, TotalHotkeyAlpha } from "../../state/storage/subtensorModule.js"
import { fillPool, HOTKEY, market, OTHER, SUBNET } from "./testing/market.js"
import { totalStakeForHotkey } from "./totalStake.js"

describe("what is staked with a hotkey everywhere", () => {
  test("is the sum of what each subnet's alpha is worth, cut to whole rao subnet by subnet", () => {
    const chain = market()
    fillPool(chain, SUBNET, 1_000n, 3_000n)
    fillPool(chain, OTHER, 1_000n, 3_000n)
    for (const netuid of [SUBNET, OTHER, ROOT]) TotalHotkeyAlpha.set(chain.state, HOTKEY, netuid, alphaBalance(5n))
    expect(totalStakeForHotkey(chain, HOTKEY)).toBe(1n + 1n + 5n)
  })

  test("is nothing where a pool holds no alpha", () => {
    const chain = market()
    SubnetAlphaIn.set(chain.state, SUBNET, alphaBalance(0n))
    TotalHotkeyAlpha.set(chain.state, HOTKEY, SUBNET, alphaBalance(5n))
    expect(totalStakeForHotkey(chain, HOTKEY)).toBe(0n)
  })

  test("wraps at 2^64", () => {
    const chain = market()
    TotalHotkeyAlpha.set(chain.state, HOTKEY, ROOT, alphaBalance(2n ** 64n - 1n))
    TotalHotkeyAlpha.set(chain.state, HOTKEY, SUBNET, alphaBalance(3n))
    expect(totalStakeForHotkey(chain, HOTKEY)).toBe(2n)
  })
})
