import { I96F32, U64F64 } from "../../../../reference/numbers/formats.js"
import { Perquintill } from "../../../../reference/numbers/perquintill.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import {
  AlphaV2,
  HotkeyLock,
  Lock,
  NetworksAdded,
  NominatorMinRequiredStake,
  NumStakingColdkeys,
  Owner,
  PendingChildKeys,
  RootClaimable,
  RootClaimed,
  StakeThreshold,
  StakingColdkeys,
  StakingColdkeysByIndex,
  StakingHotkeys,
  SubnetAlphaIn,
  SubnetMechanism,
  SubnetTAO,
  SubtokenEnabled,
  TotalHotkeyAlpha,
  TotalHotkeySharesV2,
} from "../../../../reference/state/storage/subtensorModule.js"
import { SwapBalancer } from "../../../../reference/state/storage/swap.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { alice, author, bob, carol, miner1, validator1 } from "../accounts.js"
import { alpha, alphaRao, rao, sharesOf } from "../amounts.js"
import { market, ROOT, SUBNET } from "../market.js"
import {
  all,
  argument,
  blockOn,
  by,
  type Change,
  callBy,
  type Situation,
  signed,
  stored,
  withoutAuthor,
} from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"

const CLAUSES = ["staking-32", "staking-21", "staking-16"]

function removing(amount: bigint): Situation {
  const call = callBy(signed(alice), SubtensorModuleCalls.remove_stake, {
    hotkey: validator1,
    netuid: SUBNET,
    amount_unstaked: alphaRao(amount),
  })
  return blockOn(market(), [call])
}

const ordinary = accepted("a part of a position", CLAUSES, removing(10_000_000_000n))

const onRoot = accepted(
  "all of a stake on root, with claims of subnets, by the last coldkey",
  ["staking-16", "root-08", "root-09"],
  all(
    argument("netuid", "0"),
    argument("amount_unstaked", alpha(30).toString()),
  )(
    blockOn(
      market()
        .stake(ROOT, validator1, alice, alpha(30))
        .stake(ROOT, validator1, bob, alpha(30))
        .store((state) => {
          RootClaimable.set(state, validator1, [
            [ROOT, I96F32.fromBits(7n)],
            [SUBNET, I96F32.fromBits(I96F32.ONE / 4n)],
          ])
          RootClaimed.set(state, SUBNET, validator1, alice, 9_000_000_000n)
          StakingColdkeys.set(state, bob, 0n)
          StakingColdkeysByIndex.set(state, 0n, bob)
          StakingColdkeys.set(state, alice, 1n)
          StakingColdkeysByIndex.set(state, 1n, alice)
          NumStakingColdkeys.set(state, 2n)
        }),
      removing(1n).steps,
    ),
  ),
)

const uneven = variant(
  ordinary,
  "from a pool with uneven weights",
  stored((state) => SwapBalancer.set(state, SUBNET, { quote: Perquintill.fromParts(129_242_835_639_581_669n) })),
  ["staking-16", "pool-10"],
)

/** The rules of remove_stake from the origin on. */
export const firstRules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  {
    name: "on a subnet that was not started",
    change: stored((state) => SubtokenEnabled.set(state, SUBNET, false)),
    error: "SubtensorModule.SubtokenDisabled",
  },
]

export const tooMuch: BrokenRule = {
  name: "more than a thousand times the pool's alpha",
  change: stored((state) => SubnetAlphaIn.set(state, SUBNET, alphaRao(9_000_000))),
  error: "SubtensorModule.InsufficientLiquidity",
  clauses: ["staking-24"],
}

export const noSubnet: BrokenRule = {
  name: "on a subnet that is not there",
  change: stored((state) => NetworksAdded.remove(state, SUBNET)),
  error: "SubtensorModule.SubnetNotExists",
}

const nothing: BrokenRule = {
  name: "nothing",
  change: argument("amount_unstaked", "0"),
  error: "SubtensorModule.AmountTooLow",
}

export const poorPool: BrokenRule = {
  name: "from a pool with too little TAO",
  change: stored((state) => SubnetTAO.set(state, SUBNET, rao(999_999))),
  error: "SubtensorModule.InsufficientLiquidity",
  clauses: ["pool-13", "staking-21"],
}

const worthTooLittle: BrokenRule = {
  name: "what is worth less than the least, with stake left over",
  change: argument("amount_unstaked", "4000000"),
  error: "SubtensorModule.AmountTooLow",
}

export const nobodysHotkey: BrokenRule = {
  name: "from a hotkey that nobody owns",
  change: stored((state) => Owner.remove(state, validator1)),
  error: "SubtensorModule.HotKeyAccountNotExists",
}

const lock = { locked_mass: alpha(45), conviction: U64F64.fromInteger(alpha(3)), last_update: 1_000n }

export const locked: BrokenRule = {
  name: "what is locked",
  change: stored((state) => Lock.set(state, alice, SUBNET, validator1, lock)),
  error: "SubtensorModule.StakeUnavailable",
  clauses: ["locks-10", "staking-21"],
}

const small = accepted(
  "what leaves a nomination that is too small, which goes as well",
  ["staking-18", "locks-09"],
  all(
    argument("amount_unstaked", alpha(49).toString()),
    stored((state) => NominatorMinRequiredStake.set(state, 1_000_000_000n)),
  )(ordinary.situation),
)

const smallLock = { locked_mass: alphaRao(800_000_000), conviction: U64F64.fromInteger(alpha(1)), last_update: 999n }

const whole = variant(ordinary, "the whole position", argument("amount_unstaked", alpha(50).toString()))

/** A pool with so many times as much alpha as TAO. */
const timesTheTao = (times: bigint): Change =>
  stored((state) => SubnetAlphaIn.set(state, SUBNET, alphaRao(times * SubnetTAO.get(state, SUBNET))))

const dirtCheap: BrokenRule = {
  name: "at a price of a millionth",
  change: timesTheTao(1_000_000n),
  error: "SubtensorModule.InsufficientLiquidity",
  clauses: ["pool-09", "staking-16", "staking-21"],
}

/** `remove_stake`. */
export const removeStakeSuite: Suite = {
  chapter: "staking",
  name: "remove_stake",
  title: "remove_stake",
  scenarios: [
    ordinary,
    whole,
    ...refusals(whole, [dirtCheap]),
    variant(whole, "the whole position just above a price of a millionth", timesTheTao(999_999n), [
      "pool-09",
      "staking-16",
    ]),
    variant(ordinary, "more than there is takes what there is", argument("amount_unstaked", alpha(51).toString())),
    variant(
      ordinary,
      "the last position of a hotkey",
      all(
        by(signed(alice)),
        argument("amount_unstaked", alpha(50).toString()),
        argument("hotkey", miner1),
        (situation) => ({
          ...situation,
          state: blockOn(market().hotkey(miner1, carol).stake(SUBNET, miner1, alice, alpha(50)), []).state,
        }),
      ),
      ["staking-05", "staking-06", "staking-09"],
    ),
    variant(ordinary, "without an author the fee is burnt", withoutAuthor, ["staking-16", "emission-09"]),
    ...refusals(ordinary, [...firstRules, tooMuch, noSubnet, nothing, poorPool, worthTooLittle, nobodysHotkey, locked]),
    uneven,
    ...refusals(uneven, [
      {
        name: "from a pool with uneven weights, so much that nothing would be paid",
        change: stored((state) => SubnetAlphaIn.set(state, SUBNET, alphaRao(19_146_318))),
        error: "Swap.ReservesTooLow",
        clauses: ["pool-10", "staking-21"],
      },
    ]),
    variant(
      ordinary,
      "with as much free as is asked for",
      stored((state) => Lock.set(state, alice, SUBNET, validator1, { ...lock, locked_mass: alpha(40) })),
      ["locks-08", "locks-10"],
    ),
    variant(
      ordinary,
      "with a lock that has an aggregate",
      stored((state) => {
        Lock.set(state, alice, SUBNET, validator1, { ...lock, locked_mass: alpha(20), last_update: 500n })
        HotkeyLock.set(state, SUBNET, validator1, { ...lock, locked_mass: alpha(60), last_update: 800n })
      }),
      ["locks-06", "locks-07", "locks-08"],
    ),
    variant(
      ordinary,
      "a subnet without a pool",
      stored((state) => SubnetMechanism.set(state, SUBNET, 0)),
      ["pool-11", "staking-13"],
    ),
    small,
    variant(
      small,
      "a nomination that is too small and locked",
      stored((state) => {
        Lock.set(state, alice, SUBNET, validator1, smallLock)
        HotkeyLock.set(state, SUBNET, validator1, { ...smallLock, locked_mass: alpha(7) })
      }),
      ["staking-18", "locks-09"],
    ),
    variant(
      small,
      "a nomination just large enough stays",
      stored((state) => NominatorMinRequiredStake.set(state, 200_000_000n)),
    ),
    variant(
      small,
      "a small position on a hotkey of one's own stays",
      stored((state) => Owner.set(state, validator1, alice)),
    ),
    variant(
      small,
      "a nomination too small whose fee the author cannot receive is forgotten",
      all(
        argument("amount_unstaked", "49999990000"),
        stored((state) => Account.remove(state, author)),
      ),
      ["staking-18"],
    ),
    variant(
      ordinary,
      "a hotkey that falls below the stake threshold loses its pending children",
      stored((state) => {
        StakeThreshold.set(state, 1_000_000_000_000n)
        PendingChildKeys.set(state, SUBNET, validator1, [[[5n, miner1]], 2_000n])
      }),
      ["staking-35", "staking-17"],
    ),
    variant(
      ordinary,
      "a hotkey at the stake threshold keeps its pending children",
      stored((state) => {
        StakeThreshold.set(state, 69_000_000_000n)
        PendingChildKeys.set(state, SUBNET, validator1, [[[5n, miner1]], 2_000n])
      }),
      ["staking-35", "staking-17"],
    ),
    variant(
      small,
      "a nomination too small that the subnet's account can no longer pay out is forgotten",
      stored((state) =>
        Account.mutate(state, accountOfNetuid(SUBNET), (account) => ({
          ...account,
          data: { ...account.data, free: 24_100_000_000n },
        })),
      ),
      ["staking-18"],
    ),
    variant(
      small,
      "a nomination too small, of which not all is locked",
      stored((state) => {
        AlphaV2.set(state, miner1, alice, SUBNET, sharesOf(alpha(5)))
        TotalHotkeySharesV2.set(state, miner1, SUBNET, sharesOf(alpha(5)))
        TotalHotkeyAlpha.set(state, miner1, SUBNET, alpha(5))
        StakingHotkeys.set(state, alice, [validator1, miner1])
        Lock.set(state, alice, SUBNET, validator1, { ...smallLock, locked_mass: alpha(3) })
      }),
      ["locks-09", "staking-18"],
    ),
    variant(
      ordinary,
      "so much that the price falls to the least, and the rest stays staked",
      all(
        withoutAuthor,
        argument("amount_unstaked", alpha(50).toString()),
        stored((state) => {
          SubnetTAO.set(state, SUBNET, rao(2_000_000))
          SubnetAlphaIn.set(state, SUBNET, alphaRao(50_000_000))
        }),
      ),
      ["staking-16", "pool-10"],
    ),
    variant(
      ordinary,
      "of more shares than the hotkey's pool counts",
      all(
        argument("amount_unstaked", alpha(200).toString()),
        stored((state) => {
          AlphaV2.set(state, validator1, alice, SUBNET, sharesOf(alpha(300)))
          StakingHotkeys.set(state, alice, [validator1])
        }),
      ),
      ["staking-03", "staking-01"],
    ),
    variant(
      ordinary,
      "so much that what stays in the subnet's account is dust",
      all(
        withoutAuthor,
        stored((state) =>
          Account.mutate(state, accountOfNetuid(SUBNET), (account) => ({
            ...account,
            data: { ...account.data, free: 4_972_631_623n + 100n },
          })),
        ),
      ),
      ["emission-05", "state-07"],
    ),
    ...refusals(ordinary, [
      {
        name: "by a coldkey that can hold no more",
        change: stored((state) =>
          Account.mutate(state, alice, (account) => ({
            ...account,
            data: { ...account.data, free: (1n << 64n) - 1n },
          })),
        ),
        error: "Arithmetic.Overflow",
        clauses: ["state-10"],
      },
    ]),
    onRoot,
    variant(onRoot, "all of a stake on root, by a coldkey that is not the last", by(signed(bob))),
    variant(
      onRoot,
      "all of a stake on root, by a coldkey without a number",
      stored((state) => StakingColdkeys.remove(state, alice)),
    ),
    variant(
      onRoot,
      "a number that nobody has moves nobody",
      stored((state) => {
        StakingColdkeys.set(state, alice, 0n)
        StakingColdkeysByIndex.remove(state, 1n)
      }),
    ),
    variant(onRoot, "a part of a stake on root", argument("amount_unstaked", alpha(10).toString())),
    ...refusals(ordinary, [
      {
        name: "from a subnet whose account is short of TAO",
        change: stored((state) =>
          Account.mutate(state, accountOfNetuid(SUBNET), (account) => ({
            ...account,
            data: { ...account.data, free: 1_000_000n },
          })),
        ),
        error: "SubtensorModule.InsufficientBalance",
        clauses: ["emission-06"],
      },
    ]),
  ],
}
