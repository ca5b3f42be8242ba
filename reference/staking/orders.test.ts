import { describe, expect, test } from "vitest"
import { coldkeyBalance, mintTao } from "../emission/tao.js"
import { U64F64 } from "../numbers/formats.js"
import { MAX_PRICE, MIN_PRICE } from "../pool/swapOrder.js"
import { resolveCredit } from "../state/balancesCredit.js"
import { accountOf, blankChain } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, alphaBalance, netUid, taoBalance } from "../state/primitives.js"
import { attempt, type ErrorName } from "../state/refusal.js"
import {
  Lock,
  NetworksAdded,
  Owner,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetMechanism,
  SubnetTAO,
  SubtokenEnabled,
} from "../state/storage/subtensorModule.js"
import { accountOfNetuid } from "../subnets/subnetAccount.js"
import { buyAlpha, sellAlpha, transferStakedAlpha } from "./orders.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"

const SUBNET = netUid(1)
const [COLDKEY, HOTKEY, BUYER, BUYERS_HOTKEY] = [accountOf(1), accountOf(2), accountOf(3), accountOf(4)]
const TAO = 1_000_000_000n
const RESERVE = 1_000n * TAO

function market(): Chain {
  const chain = blankChain()
  const { state } = chain
  NetworksAdded.set(state, SUBNET, true)
  SubtokenEnabled.set(state, SUBNET, true)
  SubnetMechanism.set(state, SUBNET, 1)
  SubnetTAO.set(state, SUBNET, taoBalance(RESERVE))
  SubnetAlphaIn.set(state, SUBNET, alphaBalance(RESERVE))
  SubnetAlphaOut.set(state, SUBNET, alphaBalance(RESERVE))
  for (const hotkey of [HOTKEY, BUYERS_HOTKEY]) Owner.set(state, hotkey, COLDKEY)
  for (const who of [COLDKEY, accountOfNetuid(SUBNET)]) resolveCredit(chain, who, mintTao(chain, taoBalance(RESERVE)))
  return chain
}

function buy(chain: Chain, rao: bigint, limit = MAX_PRICE, validate = true): bigint {
  return buyAlpha(chain, { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, tao: taoBalance(rao) }, limit, validate)
}

function stakeOf(chain: Chain, coldkey: AccountId, hotkey: AccountId): bigint {
  return stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, SUBNET)
}

function errorOf(run: () => void): ErrorName | "accepted" {
  const outcome = attempt(run)
  return outcome.ok ? "accepted" : outcome.error
}

describe("a limit order to buy", () => {
  test("is carried out in full or not at all", () => {
    const chain = market()
    const before = chain.state.mark()
    expect(errorOf(() => buy(chain, 100n * TAO, taoBalance(1_050_000_000n)))).toBe("SubtensorModule.SlippageTooHigh")
    expect(chain.state.changesSince(before).size).toBe(0)
    expect(buy(chain, 10n * TAO, taoBalance(1_050_000_000n))).toBe(stakeOf(chain, COLDKEY, HOTKEY))
  })

  test("is checked before the pool, unless the check is waived", () => {
    const chain = market()
    expect(errorOf(() => buy(chain, 1_999_999n))).toBe("SubtensorModule.AmountTooLow")
    expect(errorOf(() => buy(chain, 1_999_999n, MAX_PRICE, false))).toBe("accepted")
    expect(errorOf(() => buy(chain, RESERVE + 1n))).toBe("SubtensorModule.NotEnoughBalanceToStake")
    Owner.remove(chain.state, HOTKEY)
    expect(errorOf(() => buy(chain, 1n))).toBe("SubtensorModule.HotKeyAccountNotExists")
    SubtokenEnabled.set(chain.state, SUBNET, false)
    expect(errorOf(() => buy(chain, 1n))).toBe("SubtensorModule.SubtokenDisabled")
    NetworksAdded.set(chain.state, SUBNET, false)
    expect(errorOf(() => buy(chain, 1n))).toBe("SubtensorModule.SubnetNotExists")
  })
})

describe("a limit order to sell", () => {
  test("is carried out in full or not at all", () => {
    const chain = market()
    buy(chain, 100n * TAO)
    const alpha = alphaBalance(stakeOf(chain, COLDKEY, HOTKEY))
    const order = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, alpha }
    const limit = taoBalance(1_100_000_000n)
    expect(errorOf(() => sellAlpha(chain, order, limit, true))).toBe("SubtensorModule.SlippageTooHigh")
    const before = coldkeyBalance(chain, COLDKEY)
    expect(sellAlpha(chain, order, MIN_PRICE, true)).toBe(coldkeyBalance(chain, COLDKEY) - before)
    expect(stakeOf(chain, COLDKEY, HOTKEY)).toBe(0n)
  })
})

describe("stake handed over between orders", () => {
  function handOver(chain: Chain, alpha: bigint, checked = { sender: true, receiver: true }): void {
    const sent = { coldkey: COLDKEY, hotkey: HOTKEY, netuid: SUBNET, alpha: alphaBalance(alpha) }
    transferStakedAlpha(chain, sent, { coldkey: BUYER, hotkey: BUYERS_HOTKEY }, checked)
  }

  test("changes hands without a swap", () => {
    const chain = market()
    buy(chain, 10n * TAO)
    const stake = stakeOf(chain, COLDKEY, HOTKEY)
    const pool = SubnetAlphaIn.get(chain.state, SUBNET)
    handOver(chain, TAO)
    expect(stakeOf(chain, COLDKEY, HOTKEY)).toBe(stake - TAO)
    expect(stakeOf(chain, BUYER, BUYERS_HOTKEY)).toBe(TAO)
    expect(SubnetAlphaIn.get(chain.state, SUBNET)).toBe(pool)
  })

  test("is refused for too little, for locked alpha, for a hotkey without an account, for more than there is", () => {
    const chain = market()
    buy(chain, 10n * TAO)
    const stake = stakeOf(chain, COLDKEY, HOTKEY)
    expect(errorOf(() => handOver(chain, 0n))).toBe("SubtensorModule.AmountTooLow")
    expect(errorOf(() => handOver(chain, 1_900_000n))).toBe("SubtensorModule.AmountTooLow")
    expect(errorOf(() => handOver(chain, stake + 1n))).toBe("SubtensorModule.StakeUnavailable")
    expect(errorOf(() => handOver(chain, stake + 1n, { sender: false, receiver: true }))).toBe(
      "SubtensorModule.NotEnoughStakeToWithdraw",
    )
    const lock = { locked_mass: alphaBalance(stake), conviction: U64F64.ZERO, last_update: 1n }
    Lock.set(chain.state, COLDKEY, SUBNET, HOTKEY, lock)
    expect(errorOf(() => handOver(chain, TAO))).toBe("SubtensorModule.StakeUnavailable")
    Lock.remove(chain.state, COLDKEY, SUBNET, HOTKEY)
    Owner.remove(chain.state, BUYERS_HOTKEY)
    expect(errorOf(() => handOver(chain, TAO))).toBe("SubtensorModule.HotKeyAccountNotExists")
    expect(errorOf(() => handOver(chain, TAO, { sender: true, receiver: false }))).toBe("accepted")
  })
})
