import { I96F32, U64F64 } from "../../../../reference/numbers/formats.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import {
  Alpha,
  AlphaV2,
  Lock,
  NetworksAdded,
  RootClaimable,
  StakingColdkeys,
  SubnetAlphaIn,
  SubnetMechanism,
  SubnetTAO,
  SubtokenEnabled,
  TotalHotkeyAlpha,
  TotalHotkeyShares,
  TotalHotkeySharesV2,
} from "../../../../reference/state/storage/subtensorModule.js"
import { FeeRate, PalSwapInitialized } from "../../../../reference/state/storage/swap.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { alice, author, bob, stranger, validator1 } from "../accounts.js"
import { alpha, alphaRao, rao, tao } from "../amounts.js"
import { market, SUBNET } from "../market.js"
import { all, argument, blockOn, by, callBy, type Situation, signed, stored, withoutAuthor } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"

const CLAUSES = ["staking-30", "staking-20", "staking-15"]
const PRICE_AND_FEE = ["staking-20", "pool-08", "pool-12", "pool-13"]

function adding(amount: bigint): Situation {
  const call = callBy(signed(alice), SubtensorModuleCalls.add_stake, {
    hotkey: validator1,
    netuid: SUBNET,
    amount_staked: rao(amount),
  })
  return blockOn(market(), [call])
}

/** The least that may be staked is 2,000,000 rao and the fee on it. */
const LEAST = 2_001_007n

const ordinary = accepted("more on a position that is there", CLAUSES, adding(10_000_000_000n))
const least = accepted("the least that may be staked", CLAUSES, adding(LEAST))
const justEnough = accepted("what covers the fee at the highest rate no longer", PRICE_AND_FEE, adding(2_305_180n))
const smallFee = accepted(
  "a fee below the existential deposit for an author who has an account",
  ["staking-15", "emission-06"],
  stored((state) => FeeRate.set(state, SUBNET, 10))(adding(LEAST)),
)

const notStarted: BrokenRule = {
  name: "on a subnet that was not started",
  change: stored((state) => SubtokenEnabled.set(state, SUBNET, false)),
  error: "SubtensorModule.SubtokenDisabled",
}

const poorPool: BrokenRule = {
  name: "into a pool with too little alpha",
  change: stored((state) => SubnetAlphaIn.set(state, SUBNET, alphaRao(999_999))),
  error: "SubtensorModule.InsufficientLiquidity",
  clauses: PRICE_AND_FEE,
}

/** The rules that add_stake and add_stake_limit share, in order, from the origin on. */
export const firstRules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin", clauses: ["staking-30"] },
  {
    name: "more than a thousand times the pool's TAO",
    change: stored((state) => SubnetTAO.set(state, SUBNET, rao(9_000_000))),
    error: "SubtensorModule.InsufficientLiquidity",
    clauses: ["staking-24"],
  },
  {
    name: "on a subnet that is not there",
    change: stored((state) => NetworksAdded.remove(state, SUBNET)),
    error: "SubtensorModule.SubnetNotExists",
  },
  notStarted,
]

/** Those that come after the ones of the amount and the price. */
export const lastRules: readonly BrokenRule[] = [
  {
    name: "more than the coldkey has",
    change: stored((state) =>
      Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: 9_999_999_999n } })),
    ),
    error: "SubtensorModule.NotEnoughBalanceToStake",
    clauses: ["staking-20", "emission-04"],
  },
  {
    name: "on a hotkey that nobody owns",
    change: argument("hotkey", stranger),
    error: "SubtensorModule.HotKeyAccountNotExists",
    clauses: ["staking-20", "keys-01"],
  },
  poorPool,
]

const tooLittle: BrokenRule = {
  name: "less than the least",
  change: argument("amount_staked", "2001006"),
  error: "SubtensorModule.AmountTooLow",
}

export const worthlessShares: BrokenRule = {
  name: "on a hotkey whose shares are worth nothing",
  change: stored((state) => TotalHotkeyAlpha.remove(state, validator1, SUBNET)),
  error: "SubtensorModule.InsufficientLiquidity",
  clauses: ["staking-02", "staking-20"],
}

const lock = { locked_mass: alpha(20), conviction: U64F64.fromInteger(5), last_update: 900n }
const almostNothing = { locked_mass: alphaRao(99), conviction: U64F64.fromInteger(1), last_update: 900n }

/** `add_stake`. */
export const addStakeSuite: Suite = {
  chapter: "staking",
  name: "add_stake",
  title: "add_stake",
  scenarios: [
    ordinary,
    variant(
      ordinary,
      "a position in a hotkey's pool that has others",
      stored((state) => AlphaV2.remove(state, validator1, alice, SUBNET)),
      ["staking-08", "staking-02", "staking-04"],
    ),
    variant(
      ordinary,
      "the first position on a hotkey",
      stored((state) => {
        AlphaV2.remove(state, validator1, alice, SUBNET)
        AlphaV2.remove(state, validator1, bob, SUBNET)
        TotalHotkeySharesV2.remove(state, validator1, SUBNET)
        TotalHotkeyAlpha.remove(state, validator1, SUBNET)
      }),
      ["staking-08", "staking-02"],
    ),
    least,
    ...refusals(ordinary, firstRules),
    ...refusals(least, [
      { ...notStarted, name: "the least, on a subnet that was not started" },
      tooLittle,
      {
        name: "the least, by who has less",
        change: stored((state) =>
          Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: LEAST - 1n } })),
        ),
        error: "SubtensorModule.NotEnoughBalanceToStake",
      },
    ]),
    ...refusals(ordinary, lastRules),
    ...refusals(ordinary, [worthlessShares]),
    justEnough,
    ...refusals(justEnough, [
      { ...poorPool, name: "so little, into a pool with too little alpha" },
      {
        name: "so little that the fee leaves less than the least",
        change: stored((state) => FeeRate.set(state, SUBNET, 10_000)),
        error: "SubtensorModule.AmountTooLow",
        clauses: PRICE_AND_FEE,
      },
      { ...worthlessShares, name: "so little, on a hotkey whose shares are worth nothing" },
    ]),
    smallFee,
    ...refusals(smallFee, [
      {
        name: "a fee below the existential deposit for an author without an account",
        change: stored((state) => Account.remove(state, author)),
        error: "Token.BelowMinimum",
        clauses: ["state-10", "staking-15"],
      },
    ]),
    variant(smallFee, "a fee that is too small to open the burn account", withoutAuthor),
    variant(ordinary, "without an author the fee is burnt", withoutAuthor, ["staking-15", "emission-07"]),
    variant(
      ordinary,
      "the whole balance, of which the existential deposit stays",
      argument("amount_staked", tao(1_000).toString()),
      ["staking-15", "emission-06"],
    ),
    variant(
      ordinary,
      "shares of the old kind are written anew",
      stored((state) => {
        AlphaV2.remove(state, validator1, alice, SUBNET)
        Alpha.set(state, validator1, alice, SUBNET, U64F64.fromInteger(alpha(50)))
        TotalHotkeySharesV2.remove(state, validator1, SUBNET)
        TotalHotkeyShares.set(state, validator1, SUBNET, U64F64.fromInteger(alpha(150)))
      }),
      ["staking-05", "staking-11"],
    ),
    variant(
      ordinary,
      "a pool that is not yet initialised",
      stored((state) => PalSwapInitialized.remove(state, SUBNET)),
      ["pool-15", "staking-12", "staking-14"],
    ),
    variant(
      ordinary,
      "a subnet without a pool",
      stored((state) => SubnetMechanism.set(state, SUBNET, 0)),
      ["pool-11", "staking-12"],
    ),
    variant(
      ordinary,
      "in a block that the subnet's own account authors",
      (situation) => ({ ...situation, author: accountOfNetuid(SUBNET) }),
      ["state-10", "staking-15"],
    ),
    variant(
      ordinary,
      "by an account that something needs and something else provides for",
      stored((state) => Account.mutate(state, alice, (account) => ({ ...account, consumers: 1, providers: 2 }))),
      ["state-09", "state-05"],
    ),
    variant(
      ordinary,
      "by an account of which a part is frozen",
      stored((state) =>
        Account.mutate(state, alice, (account) => ({
          ...account,
          consumers: 1,
          data: { ...account.data, frozen: 900_000_000_000n },
        })),
      ),
      ["state-09"],
    ),
    variant(ordinary, "on root", argument("netuid", "0"), ["staking-15", "root-08"]),
    variant(
      ordinary,
      "on root, on a hotkey with something to claim, by a coldkey that is numbered",
      all(
        argument("netuid", "0"),
        stored((state) => {
          RootClaimable.set(state, validator1, [[SUBNET, I96F32.fromBits(I96F32.ONE / 4n)]])
          StakingColdkeys.set(state, alice, 0n)
        }),
      ),
      ["staking-15", "root-08", "root-09"],
    ),
    variant(
      ordinary,
      "by a coldkey with a lock",
      stored((state) => Lock.set(state, alice, SUBNET, validator1, lock)),
      ["staking-15", "locks-08"],
    ),
    variant(
      ordinary,
      "by a coldkey whose lock has shrunk to nothing",
      stored((state) => Lock.set(state, alice, SUBNET, validator1, almostNothing)),
      ["staking-15", "locks-01", "locks-08"],
    ),
  ],
}
