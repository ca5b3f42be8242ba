import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { resolveCredit } from "../state/balancesCredit.js"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, netUid, type TaoBalance, taoBalance } from "../state/primitives.js"
import { attempt } from "../state/refusal.js"
import { TotalIssuance as CurrencyIssuance } from "../state/storage/balances.js"
import { NetworksAdded, TotalIssuance } from "../state/storage/subtensorModule.js"
import { Account } from "../state/storage/system.js"
import { accountOfNetuid } from "../subnets/subnetAccount.js"
import { TOTAL_SUPPLY } from "./supply.js"
import {
  BURN_ACCOUNT,
  burnTao,
  canRemoveFromColdkey,
  coldkeyBalance,
  keepAliveBalance,
  mintTao,
  recycleCredit,
  recycleTao,
  spendTao,
  transferAllTaoAndKill,
  transferTao,
  transferTaoFromSubnet,
  transferTaoToSubnet,
} from "./tao.js"

const ALICE = accountOf(1)
const BOB = accountOf(2)
const SUBNET = netUid(7)

function issuances(chain: Chain): readonly bigint[] {
  return [TotalIssuance.get(chain.state), CurrencyIssuance.get(chain.state)]
}

function free(chain: Chain, who: AccountId): bigint {
  return Account.get(chain.state, who).data.free
}

/** A chain on which these accounts have been paid from the mint, and SUBNET exists. */
function chainWith(balances: readonly (readonly [AccountId, bigint])[]): Chain {
  const chain = blankChain()
  for (const [who, amount] of balances) resolveCredit(chain, who, mintTao(chain, taoBalance(amount)))
  NetworksAdded.set(chain.state, SUBNET, true)
  chain.takeEvents()
  return chain
}

describe("minting", () => {
  it("raises both counts of the issuance", () => {
    const chain = blankChain()
    expect(mintTao(chain, taoBalance(1_000n)).amount).toBe(1_000n)
    expect(issuances(chain)).toEqual([1_000n, 1_000n])
    expect(eventNames(chain)).toEqual(["Balances.Issued"])
  })

  it.each([
    [TOTAL_SUPPLY - 1_001n, 1_000n],
    [TOTAL_SUPPLY - 1_000n, 1_000n],
    [TOTAL_SUPPLY - 999n, 999n],
    [TOTAL_SUPPLY, 0n],
    [TOTAL_SUPPLY + 1n, 0n],
  ])("of a thousand rao beside %s gives %s: the supply is the limit of what the currency counts", (issued, minted) => {
    const chain = blankChain()
    CurrencyIssuance.set(chain.state, taoBalance(issued))
    expect(mintTao(chain, taoBalance(1_000n)).amount).toBe(minted)
    expect(issuances(chain)).toEqual([minted, issued + minted])
    expect(chain.events.length).toBe(minted > 0n ? 1 : 0)
  })
})

describe("spending a credit", () => {
  it("pays a part and keeps the rest in hand", () => {
    const chain = blankChain()
    const credit = mintTao(chain, taoBalance(1_000n))
    const { spent, rest } = spendTao(chain, ALICE, credit, taoBalance(600n))
    expect([spent, rest.amount, free(chain, ALICE)]).toEqual([true, 400n, 600n])
  })

  it("can pay all of it", () => {
    const chain = blankChain()
    const { spent, rest } = spendTao(chain, ALICE, mintTao(chain, taoBalance(1_000n)), taoBalance(1_000n))
    expect([spent, rest.amount]).toEqual([true, 0n])
  })

  it("keeps all of it in hand when the part is more than the credit", () => {
    const chain = blankChain()
    const credit = mintTao(chain, taoBalance(1_000n))
    expect(spendTao(chain, ALICE, credit, taoBalance(1_001n))).toEqual({ spent: false, rest: credit })
    expect(Account.has(chain.state, ALICE)).toBe(false)
  })

  it("keeps all of it in hand when the account would not live on the part", () => {
    const chain = blankChain()
    const credit = mintTao(chain, taoBalance(1_000n))
    expect(spendTao(chain, ALICE, credit, taoBalance(499n))).toEqual({ spent: false, rest: credit })
  })

  it("and recycling the rest leaves both counts at what was paid", () => {
    const chain = blankChain()
    const { rest } = spendTao(chain, ALICE, mintTao(chain, taoBalance(1_000n)), taoBalance(600n))
    recycleCredit(chain, rest)
    expect(issuances(chain)).toEqual([600n, 600n])
    expect(eventNames(chain)).not.toContain("Balances.Rescinded")
  })
})

describe("a coldkey's balance", () => {
  it("is all that is free, or all but the existential deposit while the account lives on", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    expect(coldkeyBalance(chain, ALICE)).toBe(2_000n)
    expect(keepAliveBalance(chain, ALICE)).toBe(1_500n)
    expect(canRemoveFromColdkey(chain, ALICE, taoBalance(2_000n))).toBe(true)
    expect(canRemoveFromColdkey(chain, ALICE, taoBalance(2_001n))).toBe(false)
  })
})

describe("a transfer between coldkeys", () => {
  it("takes dust out of both counts of the issuance", () => {
    const chain = chainWith([
      [ALICE, 2_000n],
      [BOB, 1_000n],
    ])
    transferTao(chain, ALICE, BOB, taoBalance(1_600n))
    expect(Account.has(chain.state, ALICE)).toBe(false)
    expect(issuances(chain)).toEqual([2_600n, 2_600n])
  })

  it("is refused beyond the balance", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    expect(() => transferTao(chain, ALICE, BOB, taoBalance(2_001n))).toThrow("SubtensorModule.InsufficientBalance")
  })

  it("of everything reaps the account, and of nothing does nothing", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    transferAllTaoAndKill(chain, ALICE, BOB)
    expect([Account.has(chain.state, ALICE), free(chain, BOB)]).toEqual([false, 2_000n])
    chain.takeEvents()
    transferAllTaoAndKill(chain, ALICE, BOB)
    expect(chain.events).toEqual([])
  })
})

describe("a transfer to a subnet", () => {
  it("moves what was asked for, and no more than keeps the coldkey alive", () => {
    const chain = chainWith([[ALICE, 3_000n]])
    expect(transferTaoToSubnet(chain, SUBNET, ALICE, taoBalance(1_000n))).toBe(1_000n)
    expect(transferTaoToSubnet(chain, SUBNET, ALICE, taoBalance(5_000n))).toBe(1_500n)
    expect([free(chain, ALICE), free(chain, accountOfNetuid(SUBNET))]).toEqual([500n, 2_500n])
  })

  it("of nothing succeeds even where no subnet is", () => {
    expect(transferTaoToSubnet(blankChain(), SUBNET, ALICE, taoBalance(0n))).toBe(0n)
  })

  it("is refused without a subnet, before the balance is looked at", () => {
    const chain = chainWith([])
    const elsewhere = netUid(8)
    expect(() => transferTaoToSubnet(chain, elsewhere, ALICE, taoBalance(1n))).toThrow(
      "SubtensorModule.SubnetNotExists",
    )
    expect(() => transferTaoToSubnet(chain, SUBNET, ALICE, taoBalance(1n))).toThrow(
      "SubtensorModule.InsufficientBalance",
    )
  })

  it("is undone by one from the subnet, which may reap the subnet's account", () => {
    const chain = chainWith([[ALICE, 3_000n]])
    transferTaoToSubnet(chain, SUBNET, ALICE, taoBalance(1_000n))
    transferTaoFromSubnet(chain, SUBNET, ALICE, taoBalance(1_000n))
    expect([free(chain, ALICE), Account.has(chain.state, accountOfNetuid(SUBNET))]).toEqual([3_000n, false])
    expect(() => transferTaoFromSubnet(chain, netUid(8), ALICE, taoBalance(1n))).toThrow(
      "SubtensorModule.SubnetNotExists",
    )
  })
})

describe("burning and recycling TAO", () => {
  it("burnt, it lies on the burn account and stays issued", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    burnTao(chain, ALICE, taoBalance(700n))
    expect(free(chain, BURN_ACCOUNT)).toBe(700n)
    expect(issuances(chain)).toEqual([2_000n, 2_000n])
  })

  it("recycled, it is issued no more", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    recycleTao(chain, ALICE, taoBalance(700n))
    expect(free(chain, ALICE)).toBe(1_300n)
    expect(issuances(chain)).toEqual([1_300n, 1_300n])
    expect(eventNames(chain)).toEqual(["Balances.Withdraw"])
  })

  it("recycled from an account whose references were poked out of order, it is refused with an error of its own", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    Account.mutate(chain.state, ALICE, ({ data, ...account }) => ({
      ...account,
      providers: 0,
      data: { ...data, reserved: 100n },
    }))
    expect(() => recycleTao(chain, ALICE, taoBalance(700n))).toThrow("SubtensorModule.BalanceWithdrawalError")
  })

  it("recycled, it must leave the existential deposit", () => {
    const chain = chainWith([[ALICE, 2_000n]])
    expect(() => recycleTao(chain, ALICE, taoBalance(1_501n))).toThrow("SubtensorModule.InsufficientBalance")
    recycleTao(chain, ALICE, taoBalance(1_500n))
    expect(free(chain, ALICE)).toBe(500n)
  })
})

describe("the two counts of the issuance", () => {
  const account = fc.constantFrom(ALICE, BOB, accountOf(3))
  const amount = fc.bigInt({ min: 0n, max: 3_000n }).map(taoBalance)
  const steps = {
    pay: (chain: Chain, to: AccountId, part: TaoBalance) =>
      recycleCredit(chain, spendTao(chain, to, mintTao(chain, taoBalance(2_000n)), part).rest),
    move: (chain: Chain, to: AccountId, part: TaoBalance) => transferTao(chain, ALICE, to, part),
    recycle: (chain: Chain, from: AccountId, part: TaoBalance) => recycleTao(chain, from, part),
    burn: (chain: Chain, from: AccountId, part: TaoBalance) => burnTao(chain, from, part),
    stake: (chain: Chain, from: AccountId, part: TaoBalance) => transferTaoToSubnet(chain, SUBNET, from, part),
  }
  const step = fc.tuple(fc.constantFrom(...Object.values(steps)), account, amount)

  it("agree with each other and with the sum of all balances, whatever is minted, moved, burnt and recycled", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (run) => {
        const chain = chainWith([[ALICE, 5_000n]])
        for (const [change, who, part] of run) attempt(() => chain.transaction(() => change(chain, who, part)))
        const held = Account.entries(chain.state).reduce((sum, [, { data }]) => sum + data.free, 0n)
        expect(issuances(chain)).toEqual([held, held])
      }),
    )
  })
})
