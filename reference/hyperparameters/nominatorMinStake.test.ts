import { beforeEach, describe, expect, it } from "vitest"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { COLDKEY, HOTKEY, market, SUBNET, stake } from "../staking/testing/market.js"
import { accountOf } from "../state/blankChain.js"
import { AdminUtilsCalls } from "../state/calls.js"
import { Chain } from "../state/chain.js"
import { callTable } from "../state/dispatch.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { alphaBalance } from "../state/primitives.js"
import { NominatorMinRequiredStake } from "../state/storage/subtensorModule.js"
import { callOf, resultOf } from "../state/testing/fundedChain.js"
import { chainSetters } from "./chainSetters.js"

let chain: Chain
beforeEach(() => {
  const { fork, state, block } = market()
  chain = new Chain({ ...fork, calls: callTable(chainSetters) }, state, block)
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, SUBNET, alphaBalance(1_000n))
})

const set = (min_stake: bigint, origin: Origin = ROOT_ORIGIN) =>
  resultOf(chain, origin, callOf(AdminUtilsCalls.sudo_set_nominator_min_required_stake, { min_stake }))

describe("what a nominator must keep staked", () => {
  it("is root's to set, and clears what has become too small", () => {
    expect(set(1_000_000n, signedBy(accountOf(7)))).toBe("BadOrigin")
    expect(set(1_000_000n)).toBe("ok")
    expect(NominatorMinRequiredStake.get(chain.state)).toBe(1_000_000n)
    expect(stake(chain)).toBe(0n)
  })

  it("clears nothing unless the new factor is above the rao required before, which are twice the old factor", () => {
    NominatorMinRequiredStake.set(chain.state, 400n)
    set(800n)
    expect(stake(chain)).toBe(1_000n)
    NominatorMinRequiredStake.set(chain.state, 400n)
    set(801n)
    expect(stake(chain)).toBe(0n)
  })

  it("clears nothing when it falls", () => {
    NominatorMinRequiredStake.set(chain.state, 1_000_000n)
    set(900_000n)
    expect(stake(chain)).toBe(1_000n)
  })
})
