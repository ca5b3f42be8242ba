import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import type { State } from "../../../../reference/state/state.js"
import {
  AccountFlags,
  DecayingHotkeyLock,
  DecayingLock,
  DecayingOwnerLock,
  HotkeyLock,
  Lock,
  LockingColdkeys,
  Owner,
  OwnerLock,
  SubnetOwnerHotkey,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, carol, validator1, validator2 } from "../accounts.js"
import { alpha, alphaRao } from "../amounts.js"
import { lockOf } from "../locks.js"
import { market, SUBNET } from "../market.js"
import { all, argument, blockOn, by, callBy, inBlock, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { nobodysHotkey } from "./removeStake.js"

/** A hundred days after the block in which calls usually happen. */
const LATER = inBlock(721_000n)

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

/** Alice has locked 20 alpha to validator-1, and bob 40. */
function locks(state: State): void {
  Lock.set(state, alice, SUBNET, validator1, lockOf(alpha(20), alpha(2)))
  LockingColdkeys.set(state, SUBNET, validator1, alice, undefined)
  Lock.set(state, bob, SUBNET, validator1, lockOf(alpha(40), alpha(3), 800n))
  LockingColdkeys.set(state, SUBNET, validator1, bob, undefined)
  DecayingHotkeyLock.set(state, SUBNET, validator1, lockOf(alpha(60), alpha(5)))
}

/** The same, but what alice has locked stays locked. */
function perpetualLock(state: State): void {
  DecayingLock.set(state, alice, SUBNET, false)
  DecayingHotkeyLock.set(state, SUBNET, validator1, lockOf(alpha(40), alpha(3), 800n))
  HotkeyLock.set(state, SUBNET, validator1, lockOf(alpha(20), alpha(2)))
}

/** The same, but on the hotkey of the subnet's owner. */
function ownersLock(state: State): void {
  SubnetOwnerHotkey.set(state, SUBNET, validator1)
  DecayingHotkeyLock.remove(state, SUBNET, validator1)
  DecayingOwnerLock.set(state, SUBNET, lockOf(alpha(60), alpha(60)))
}

const firstLock = accepted(
  "for the first time",
  ["locks-11", "locks-05"],
  blockOn(market(), [
    callBy(signed(alice), SubtensorModuleCalls.lock_stake, { hotkey: validator1, netuid: SUBNET, amount: alpha(20) }),
  ]),
)

const more = variant(firstLock, "on top of a lock that has decayed", all(stored(locks), LATER), [
  "locks-11",
  "locks-06",
  "locks-03",
])

/** `lock_stake`. */
export const lockStakeSuite: Suite = {
  chapter: "locks",
  name: "lock_stake",
  title: "lock_stake",
  scenarios: [
    firstLock,
    more,
    variant(firstLock, "all there is", argument("amount", alpha(50).toString())),
    variant(firstLock, "so little that it counts as none", argument("amount", "99")),
    variant(
      firstLock,
      "for good",
      stored((state) => DecayingLock.set(state, alice, SUBNET, false)),
    ),
    variant(
      firstLock,
      "to the hotkey of the subnet's owner",
      stored((state) => SubnetOwnerHotkey.set(state, SUBNET, validator1)),
    ),
    variant(
      firstLock,
      "to the hotkey of the subnet's owner, for good",
      stored((state) => {
        SubnetOwnerHotkey.set(state, SUBNET, validator1)
        DecayingLock.set(state, alice, SUBNET, false)
      }),
    ),
    variant(more, "on top of a perpetual lock", stored(perpetualLock)),
    variant(more, "on top of a lock to the hotkey of the subnet's owner", stored(ownersLock)),
    variant(
      more,
      "on top of a sum of which too little is left to count",
      stored((state) => DecayingHotkeyLock.set(state, SUBNET, validator1, lockOf(alphaRao(60), alphaRao(0)))),
    ),
    ...refusals(firstLock, [
      noSigner,
      { name: "nothing", change: argument("amount", "0"), error: "SubtensorModule.AmountTooLow" },
      { ...nobodysHotkey, name: "to a hotkey that nobody owns", clauses: ["locks-11"] },
      {
        name: "to another hotkey than before",
        change: stored((state) => Lock.set(state, alice, SUBNET, validator2, lockOf(alpha(1), alpha(1)))),
        error: "SubtensorModule.LockHotkeyMismatch",
      },
      {
        name: "more than is staked",
        change: argument("amount", (alpha(50) + 1n).toString()),
        error: "SubtensorModule.InsufficientStakeForLock",
      },
    ]),
    ...refusals(more, [
      {
        name: "more on top than is staked",
        change: argument("amount", alpha(41).toString()),
        error: "SubtensorModule.InsufficientStakeForLock",
      },
    ]),
  ],
}

const moved = accepted(
  "to a hotkey of another owner, without its conviction",
  ["locks-19", "locks-16", "locks-06"],
  LATER(
    blockOn(market().hotkey(validator2, carol).store(locks), [
      callBy(signed(alice), SubtensorModuleCalls.move_lock, { destination_hotkey: validator2, netuid: SUBNET }),
    ]),
  ),
)

/** `move_lock`. */
export const moveLockSuite: Suite = {
  chapter: "locks",
  name: "move_lock",
  title: "move_lock",
  scenarios: [
    moved,
    variant(
      moved,
      "to a hotkey of the same owner, with its conviction",
      stored((state) => Owner.set(state, validator2, bob)),
    ),
    variant(
      moved,
      "to the hotkey of the subnet's owner",
      stored((state) => SubnetOwnerHotkey.set(state, SUBNET, validator2)),
    ),
    variant(moved, "from the hotkey of the subnet's owner", stored(ownersLock)),
    variant(moved, "that is perpetual", stored(perpetualLock)),
    variant(
      moved,
      "that is perpetual, to the hotkey of the subnet's owner",
      stored((state) => {
        perpetualLock(state)
        SubnetOwnerHotkey.set(state, SUBNET, validator2)
        OwnerLock.set(state, SUBNET, lockOf(alpha(7), alpha(7)))
      }),
    ),
    variant(moved, "to where it is", argument("destination_hotkey", validator1)),
    variant(moved, "that counts as none by now", inBlock(100_000_000n)),
    ...refusals(moved, [
      noSigner,
      {
        name: "to a hotkey that nobody owns",
        change: stored((state) => Owner.remove(state, validator2)),
        error: "SubtensorModule.HotKeyAccountNotExists",
      },
      {
        name: "that is not there",
        change: stored((state) => Lock.remove(state, alice, SUBNET, validator1)),
        error: "SubtensorModule.NoExistingLock",
      },
    ]),
  ],
}

const perpetuated = accepted(
  "for a lock that decays",
  ["locks-20", "locks-16", "locks-06"],
  LATER(
    blockOn(market().store(locks), [
      callBy(signed(alice), SubtensorModuleCalls.set_perpetual_lock, { netuid: SUBNET, enabled: true }),
    ]),
  ),
)

/** `set_perpetual_lock`. */
export const setPerpetualLockSuite: Suite = {
  chapter: "locks",
  name: "set_perpetual_lock",
  title: "set_perpetual_lock",
  scenarios: [
    perpetuated,
    variant(perpetuated, "for a lock that is perpetual already", stored(perpetualLock)),
    variant(perpetuated, "off, for a perpetual lock", all(stored(perpetualLock), argument("enabled", false))),
    variant(perpetuated, "off, for a lock that decays already", argument("enabled", false)),
    variant(perpetuated, "for a lock on the hotkey of the subnet's owner", stored(ownersLock)),
    variant(perpetuated, "for a lock that counts as none by now", inBlock(100_000_000n)),
    variant(perpetuated, "without a lock, on a subnet that is not there", argument("netuid", "77")),
    ...refusals(perpetuated, [noSigner]),
  ],
}

const rejecting = accepted(
  "after accepting it",
  ["locks-18", "locks-17"],
  blockOn(
    market().store((state) => AccountFlags.set(state, alice, 1n)),
    [callBy(signed(alice), SubtensorModuleCalls.set_reject_locked_alpha, { enabled: true })],
  ),
)

/** `set_reject_locked_alpha`. */
export const setRejectLockedAlphaSuite: Suite = {
  chapter: "locks",
  name: "set_reject_locked_alpha",
  title: "set_reject_locked_alpha",
  scenarios: [
    rejecting,
    variant(
      rejecting,
      "beside other flags, which stay",
      stored((state) => AccountFlags.set(state, alice, 7n)),
    ),
    variant(
      rejecting,
      "off, by a coldkey without flags",
      all(
        stored((state) => AccountFlags.remove(state, alice)),
        argument("enabled", false),
      ),
    ),
    ...refusals(rejecting, [noSigner]),
  ],
}
