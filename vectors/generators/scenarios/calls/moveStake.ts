import { I96F32, U64F64 } from "../../../../reference/numbers/formats.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { type NetUid, ROOT } from "../../../../reference/state/primitives.js"
import {
  AccountFlags,
  DecayingHotkeyLock,
  Delegates,
  Lock,
  NetworksAdded,
  Owner,
  RootClaimable,
  SubtokenEnabled,
  TransferToggle,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, carol, validator1, validator2 } from "../accounts.js"
import { alpha } from "../amounts.js"
import { lockOf } from "../locks.js"
import { market, OTHER, SUBNET } from "../market.js"
import { all, argument, blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { poorPool } from "./removeStake.js"
import { locked, placeRules, worthTooLittle } from "./swapStakeLimit.js"

const MOVE = ["staking-37", "staking-28", "staking-26"]
const TRANSFER = ["staking-38", "staking-28", "staking-26"]
const SWAP = ["staking-39", "staking-28", "staking-26", "staking-27"]

const threePlaces = () => market().hotkey(validator2, carol).stake(ROOT, validator1, alice, alpha(30))

function moving(destination: NetUid): Situation {
  const call = callBy(signed(alice), SubtensorModuleCalls.move_stake, {
    origin_hotkey: validator1,
    destination_hotkey: validator2,
    origin_netuid: SUBNET,
    destination_netuid: destination,
    alpha_amount: alpha(10),
  })
  return blockOn(threePlaces(), [call])
}

function transferring(destination: NetUid): Situation {
  const call = callBy(signed(alice), SubtensorModuleCalls.transfer_stake, {
    destination_coldkey: carol,
    hotkey: validator1,
    origin_netuid: SUBNET,
    destination_netuid: destination,
    alpha_amount: alpha(10),
  })
  return blockOn(threePlaces(), [call])
}

function swapping(): Situation {
  const call = callBy(signed(alice), SubtensorModuleCalls.swap_stake, {
    hotkey: validator1,
    origin_netuid: SUBNET,
    destination_netuid: OTHER,
    alpha_amount: alpha(10),
  })
  return blockOn(threePlaces(), [call])
}

/** What is worth less than the least stake at subnet 1's price of 0.5 TAO. */
const tooLittleWithin: BrokenRule = {
  name: "what is worth less than the least",
  change: argument("alpha_amount", "3999999"),
  error: "SubtensorModule.AmountTooLow",
  clauses: ["staking-29"],
}

/** The same as within a subnet. */
const nobodysOrigin: BrokenRule = {
  name: "to another subnet, from a hotkey that nobody owns",
  change: stored((state) => Owner.remove(state, validator1)),
  error: "SubtensorModule.HotKeyAccountNotExists",
}

const tradingRules: readonly BrokenRule[] = [
  {
    name: "on a subnet that is not there",
    change: stored((state) => NetworksAdded.remove(state, SUBNET)),
    error: "SubtensorModule.SubnetNotExists",
  },
  {
    name: "on a subnet that was not started",
    change: stored((state) => SubtokenEnabled.set(state, SUBNET, false)),
    error: "SubtensorModule.SubtokenDisabled",
  },
  {
    name: "from a hotkey that nobody owns",
    change: stored((state) => Owner.remove(state, validator1)),
    error: "SubtensorModule.HotKeyAccountNotExists",
  },
]

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const acrossToOther = accepted("to a hotkey of somebody else on another subnet", [...MOVE, "staking-27"], moving(OTHER))
const moveWithin = accepted("within a subnet", [...MOVE, "staking-29"], moving(SUBNET))
const moveOnRoot = variant(
  moveWithin,
  "on root, with claims of a subnet",
  all(
    argument("origin_netuid", "0"),
    argument("destination_netuid", "0"),
    stored((state) => RootClaimable.set(state, validator1, [[SUBNET, I96F32.fromBits(I96F32.ONE / 4n)]])),
  ),
  ["staking-37", "staking-29", "root-09"],
)

/** `move_stake`. */
export const moveStakeSuite: Suite = {
  chapter: "staking",
  name: "move_stake",
  title: "move_stake",
  scenarios: [
    acrossToOther,
    moveWithin,
    moveOnRoot,
    variant(acrossToOther, "to root", argument("destination_netuid", "0")),
    variant(acrossToOther, "from root", all(argument("origin_netuid", "0"), argument("destination_netuid", "1"))),
    variant(acrossToOther, "more than there is takes what there is", argument("alpha_amount", alpha(51).toString())),
    variant(
      acrossToOther,
      "to a hotkey of one's own",
      stored((state) => Owner.set(state, validator2, alice)),
    ),
    variant(
      acrossToOther,
      "to a hotkey of somebody else that is a delegate",
      stored((state) => Delegates.set(state, validator2, 9_000)),
    ),
    variant(
      moveWithin,
      "what is locked, within a subnet: the lock stays where it is",
      stored((state) => Lock.set(state, alice, SUBNET, validator1, lockOf(alpha(50), alpha(5)))),
    ),
    variant(moveWithin, "just what is worth the least", argument("alpha_amount", "4000000")),
    ...refusals(moveWithin, [
      noSigner,
      {
        name: "to where it is",
        change: argument("destination_hotkey", validator1),
        error: "SubtensorModule.SameNetuid",
      },
      ...tradingRules,
    ]),
    ...refusals(moveWithin, [
      {
        name: "to a hotkey that nobody owns",
        change: stored((state) => Owner.remove(state, validator2)),
        error: "SubtensorModule.HotKeyAccountNotExists",
      },
      tooLittleWithin,
    ]),
    ...refusals(acrossToOther, [nobodysOrigin, poorPool, worthTooLittle, locked]),
  ],
}

const forbidden = (name: string, netuid: NetUid): BrokenRule => ({
  name,
  change: stored((state) => TransferToggle.set(state, netuid, false)),
  error: "SubtensorModule.TransferDisallowed",
})

const transferAcross = accepted(
  "to another coldkey on another subnet",
  [...TRANSFER, "staking-27"],
  transferring(OTHER),
)
const transferWithin = accepted("within a subnet", [...TRANSFER, "staking-29"], transferring(SUBNET))

const withLock = variant(
  transferWithin,
  "what is locked, to a coldkey that accepts it",
  stored((state) => {
    Lock.set(state, alice, SUBNET, validator1, lockOf(alpha(50), alpha(5)))
    DecayingHotkeyLock.set(state, SUBNET, validator1, lockOf(alpha(60), alpha(7)))
    AccountFlags.set(state, carol, 1n)
  }),
  ["staking-38", "staking-29", "locks-15", "locks-16", "locks-17"],
)

/** `transfer_stake`. */
export const transferStakeSuite: Suite = {
  chapter: "staking",
  name: "transfer_stake",
  title: "transfer_stake",
  scenarios: [
    transferAcross,
    transferWithin,
    withLock,
    variant(transferAcross, "to oneself on another subnet", argument("destination_coldkey", alice)),
    variant(
      transferWithin,
      "on root, to a coldkey that is new there",
      all(argument("origin_netuid", "0"), argument("destination_netuid", "0")),
      ["staking-38", "staking-29", "root-08"],
    ),
    variant(
      withLock,
      "what is locked in part, to a coldkey with a lock on the same hotkey",
      stored((state) => {
        Lock.set(state, alice, SUBNET, validator1, lockOf(alpha(45), alpha(5)))
        Lock.set(state, carol, SUBNET, validator1, lockOf(alpha(10), alpha(2)))
      }),
    ),
    variant(
      withLock,
      "what is locked in part, with a conviction that is not whole",
      stored((state) =>
        Lock.set(state, alice, SUBNET, validator1, { ...lockOf(alpha(45), alpha(5)), conviction: U64F64.fromBits(7n) }),
      ),
    ),
    variant(
      withLock,
      "what is free, to a coldkey that rejects locked alpha and has a lock on another hotkey",
      stored((state) => {
        Lock.set(state, alice, SUBNET, validator1, lockOf(alpha(40), alpha(5)))
        Lock.set(state, carol, SUBNET, validator2, lockOf(alpha(10), alpha(2)))
        AccountFlags.remove(state, carol)
      }),
    ),
    ...refusals(transferWithin, [
      noSigner,
      { name: "to oneself", change: argument("destination_coldkey", alice), error: "SubtensorModule.SameNetuid" },
      ...tradingRules,
      forbidden("on a subnet that forbids transfers", SUBNET),
      tooLittleWithin,
    ]),
    ...refusals(transferAcross, [
      nobodysOrigin,
      poorPool,
      worthTooLittle,
      forbidden("from a subnet that forbids transfers", SUBNET),
      locked,
    ]),
    ...refusals(transferAcross, [forbidden("to a subnet that forbids transfers", OTHER)]),
    ...refusals(withLock, [
      {
        name: "what is locked, to a coldkey with a lock on another hotkey",
        change: stored((state) => Lock.set(state, carol, SUBNET, validator2, lockOf(alpha(10), alpha(2)))),
        error: "SubtensorModule.LockHotkeyMismatch",
      },
      {
        name: "what is locked, to a coldkey that rejects it",
        change: stored((state) => AccountFlags.remove(state, carol)),
        error: "SubtensorModule.AccountRejectsLockedAlpha",
      },
      { ...tooLittleWithin, name: "what is locked and worth less than the least" },
    ]),
  ],
}

const swapOrdinary = accepted("to another subnet", SWAP, swapping())

/** `swap_stake`. */
export const swapStakeSuite: Suite = {
  chapter: "staking",
  name: "swap_stake",
  title: "swap_stake",
  scenarios: [
    swapOrdinary,
    variant(swapOrdinary, "from root", all(argument("origin_netuid", "0"), argument("destination_netuid", "1"))),
    variant(swapOrdinary, "to root", argument("destination_netuid", "0")),
    variant(swapOrdinary, "more than there is takes what there is", argument("alpha_amount", alpha(51).toString())),
    ...refusals(swapOrdinary, [...placeRules, poorPool, worthTooLittle, locked]),
  ],
}
