import { I96F32, U64F64 } from "../../../../reference/numbers/formats.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { hash, netUid, ROOT } from "../../../../reference/state/primitives.js"
import type { State } from "../../../../reference/state/state.js"
import {
  AccountFlags,
  AutoParentDelegationEnabled,
  AutoStakeDestination,
  AutoStakeDestinationColdkeys,
  ChildKeys,
  ChildkeyTake,
  DecayingHotkeyLock,
  DecayingLock,
  HotkeyLock,
  IdentitiesV2,
  IsNetworkMember,
  LastHotkeySwapOnNetuid,
  LastRateLimitedBlock,
  LoadedEmission,
  Lock,
  LockingColdkeys,
  NeuronCertificates,
  OwnedHotkeys,
  Owner,
  ParentKeys,
  PendingChildKeys,
  RootClaimable,
  StakingHotkeys,
  SubnetOwner,
  TotalHotkeyAlpha,
  TxRateLimit,
  Uids,
  VotingPower,
  WeightCommits,
} from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { mechanismStorageIndex } from "../../../../reference/subnets/mechanismIndex.js"
import { alice, bob, miner1, named, validator1, validator2 } from "../accounts.js"
import { alpha, rao, tao } from "../amounts.js"
import { SUBNET, workingSubnet } from "../market.js"
import { all, argument, blockOn, by, type Change, callBy, inBlock, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Scenario, type Suite, variant } from "../suite.js"

const NEW_HOTKEY = named("new-hotkey")
const NEW_COLDKEY = named("new-coldkey")
const BLOCK = 10_000n

const lock = { locked_mass: alpha(20), conviction: U64F64.fromInteger(5), last_update: 9_900n }
const nothingLocked = { locked_mass: alpha(0), conviction: U64F64.fromInteger(0), last_update: 9_900n }

function network() {
  return workingSubnet().endow(alice, tao(100)).endow(bob, tao(100))
}

/** Alice swaps her validator's hotkey on its subnet. */
const onSubnet = accepted(
  "on one subnet",
  ["keys-30", "keys-31", "keys-32", "keys-33", "keys-35"],
  blockOn(
    network(),
    [
      callBy(signed(alice), SubtensorModuleCalls.swap_hotkey_v2, {
        hotkey: validator1,
        new_hotkey: NEW_HOTKEY,
        netuid: SUBNET,
        keep_stake: false,
      }),
    ],
    BLOCK,
  ),
)

/** Alice's last transaction was just long enough ago for a limit of 100 blocks. */
function waited(state: State): void {
  TxRateLimit.set(state, 100n)
  LastRateLimitedBlock.set(state, { type: "LastTxBlock", value: alice }, 9_899n)
}

const everywhere = variant(onSubnet, "on all subnets", all(argument("netuid", null), stored(waited)), [
  "keys-30",
  "keys-36",
  "keys-37",
])

const has = (free: bigint): Change =>
  stored((state) => Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free } })))

const rules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  {
    name: "of somebody else's hotkey",
    change: stored((state) => Owner.set(state, validator1, bob)),
    error: "SubtensorModule.NonAssociatedColdKey",
  },
  { name: "to itself", change: argument("new_hotkey", validator1), error: "SubtensorModule.NewHotKeyIsSameWithOld" },
  {
    name: "a block too soon after the last transaction",
    change: stored((state) => TxRateLimit.set(state, 101n)),
    error: "SubtensorModule.HotKeySetTxRateLimitExceeded",
    clauses: ["keys-34"],
  },
  {
    name: "to a hotkey that is a neuron",
    change: stored((state) => IsNetworkMember.set(state, NEW_HOTKEY, SUBNET, true)),
    error: "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
  },
  {
    name: "to a hotkey with stake on root",
    change: stored((state) => TotalHotkeyAlpha.set(state, NEW_HOTKEY, ROOT, alpha(1))),
    error: "SubtensorModule.NewHotKeyNotCleanForRootSwap",
  },
  {
    name: "too soon after the last time on one of the subnets",
    change: stored((state) => LastHotkeySwapOnNetuid.set(state, SUBNET, alice, 9_000n)),
    error: "SubtensorModule.HotKeySwapOnSubnetIntervalNotPassed",
    clauses: ["keys-36"],
  },
  {
    name: "by who has less than the price",
    change: has(99_999_999n),
    error: "SubtensorModule.NotEnoughBalanceToPaySwapHotKey",
    clauses: ["keys-36"],
    excludesNext: true,
  },
  {
    name: "by who has just the price",
    change: has(100_000_000n),
    error: "SubtensorModule.InsufficientBalance",
    clauses: ["keys-36"],
  },
]

/** What a swap on all subnets is refused with. */
function swapRefusals(of: Scenario): readonly Scenario[] {
  return refusals(of, rules)
}

const withNewHotkey = stored((state) => {
  Owner.set(state, NEW_HOTKEY, alice)
  OwnedHotkeys.set(state, alice, [validator1, NEW_HOTKEY])
})

/** What a subnet may know of a neuron beside its uid. */
function knownNeuron(state: State): void {
  NeuronCertificates.set(state, SUBNET, validator1, { public_key: "0x1234", algorithm: 1 })
  WeightCommits.set(state, mechanismStorageIndex(SUBNET, 0), validator1, [[hash(`0x${"12".repeat(32)}`), 1n, 2n, 3n]])
  LoadedEmission.set(state, SUBNET, [
    [validator1, 1n, 2n],
    [miner1, 3n, 4n],
  ])
  ChildkeyTake.set(state, validator1, SUBNET, 700)
  AutoStakeDestination.set(state, bob, SUBNET, validator1)
  AutoStakeDestinationColdkeys.set(state, validator1, SUBNET, [bob])
  VotingPower.set(state, SUBNET, validator1, 77n)
}

/** The families of the hotkey, those that wait for their cooldown included. */
function relatives(state: State): void {
  ChildKeys.set(state, validator1, SUBNET, [[500n, miner1]])
  ParentKeys.set(state, miner1, SUBNET, [[500n, validator1]])
  PendingChildKeys.set(state, SUBNET, validator1, [[[900n, miner1]], 10_100n])
  PendingChildKeys.set(state, SUBNET, validator2, [
    [
      [300n, validator1],
      [400n, miner1],
    ],
    10_200n,
  ])
}

/** `swap_hotkey_v2`. */
export const swapHotkeySuite: Suite = {
  chapter: "keys",
  name: "swap_hotkey_v2",
  title: "swap_hotkey_v2",
  scenarios: [
    onSubnet,
    everywhere,
    variant(onSubnet, "to another hotkey of the coldkey", withNewHotkey, ["keys-30"]),
    variant(onSubnet, "everywhere to another hotkey of the coldkey", all(withNewHotkey, argument("netuid", null)), [
      "keys-37",
    ]),
    variant(onSubnet, "with all that a subnet knows of a neuron", stored(knownNeuron), [
      "keys-31",
      "keys-32",
      "keys-33",
    ]),
    variant(
      onSubnet,
      "with a staker who is not known as one",
      stored((state) => StakingHotkeys.remove(state, alice)),
      ["keys-33"],
    ),
    variant(onSubnet, "with relatives", stored(relatives), ["children-20"]),
    variant(
      onSubnet,
      "of a member without a uid",
      stored((state) => Uids.remove(state, SUBNET, validator1)),
      ["keys-31"],
    ),
    variant(
      onSubnet,
      "of no member",
      stored((state) => IsNetworkMember.remove(state, validator1, SUBNET)),
      ["keys-31"],
    ),
    variant(
      onSubnet,
      "with the sum of its locks, in place of the sum that the other hotkey has",
      stored((state) => {
        Lock.set(state, bob, SUBNET, validator1, lock)
        LockingColdkeys.set(state, SUBNET, validator1, bob, undefined)
        DecayingHotkeyLock.set(state, SUBNET, validator1, lock)
        DecayingHotkeyLock.set(state, SUBNET, NEW_HOTKEY, { ...lock, locked_mass: alpha(70) })
      }),
      ["locks-40"],
    ),
    variant(
      onSubnet,
      "with locks, and one that only the index has",
      stored((state) => {
        Lock.set(state, bob, SUBNET, validator1, lock)
        LockingColdkeys.set(state, SUBNET, validator1, bob, undefined)
        LockingColdkeys.set(state, SUBNET, validator1, alice, undefined)
        HotkeyLock.set(state, SUBNET, validator1, lock)
        DecayingHotkeyLock.set(state, SUBNET, validator1, lock)
      }),
      ["locks-40"],
    ),
    variant(onSubnet, "as soon as the rate limit lets it", stored(waited), ["keys-34"]),
    variant(
      everywhere,
      "on all subnets, long enough after the last time",
      stored((state) => LastHotkeySwapOnNetuid.set(state, SUBNET, alice, 1n)),
    ),
    variant(
      everywhere,
      "with what it is on root",
      stored((state) => {
        AutoParentDelegationEnabled.set(state, validator1, false)
        RootClaimable.set(state, validator1, [[SUBNET, I96F32.fromInteger(3)]])
        StakingHotkeys.set(state, bob, [validator1, validator2])
      }),
      ["keys-33", "keys-37"],
    ),
    ...swapRefusals(everywhere),
    ...refusals(onSubnet, [
      {
        name: "for the first time, in the last block in which the chain is too young for it",
        change: inBlock(7_199n),
        error: "SubtensorModule.HotKeySwapOnSubnetIntervalNotPassed",
        clauses: ["keys-35"],
      },
    ]),
    ...refusals(onSubnet, [
      {
        name: "to somebody else's hotkey",
        change: argument("new_hotkey", validator2),
        error: "SubtensorModule.NonAssociatedColdKey",
      },
    ]),
  ],
}

const older = accepted(
  "on all subnets",
  ["keys-30", "keys-36"],
  blockOn(
    network().store(waited),
    [
      callBy(signed(alice), SubtensorModuleCalls.swap_hotkey, {
        hotkey: validator1,
        new_hotkey: NEW_HOTKEY,
        netuid: undefined,
      }),
    ],
    BLOCK,
  ),
)

/** `swap_hotkey`. */
export const swapHotkeyOfOldSuite: Suite = {
  chapter: "keys",
  name: "swap_hotkey",
  title: "swap_hotkey",
  scenarios: [older, variant(older, "on one subnet", argument("netuid", SUBNET.toString())), ...swapRefusals(older)],
}

const identity = {
  name: "0x61",
  url: "0x",
  github_repo: "0x",
  image: "0x",
  discord: "0x",
  description: "0x",
  additional: "0x",
} as const

/** Root swaps alice's coldkey, for nothing. */
const coldkey = accepted(
  "for nothing",
  ["keys-48", "keys-40", "keys-42"],
  blockOn(
    network(),
    [
      callBy("root", SubtensorModuleCalls.swap_coldkey, {
        old_coldkey: alice,
        new_coldkey: NEW_COLDKEY,
        swap_cost: rao(0),
      }),
    ],
    BLOCK,
  ),
)

const locked = (state: State) => {
  Lock.set(state, alice, SUBNET, validator1, lock)
  LockingColdkeys.set(state, SUBNET, validator1, alice, undefined)
  HotkeyLock.set(state, SUBNET, validator1, lock)
  DecayingLock.set(state, alice, SUBNET, false)
}

/** `swap_coldkey`. */
export const swapColdkeySuite: Suite = {
  chapter: "keys",
  name: "swap_coldkey",
  title: "swap_coldkey",
  scenarios: [
    coldkey,
    variant(coldkey, "for a price", argument("swap_cost", "1000000000"), ["keys-48", "keys-41"]),
    variant(
      coldkey,
      "with an identity",
      stored((state) => IdentitiesV2.set(state, alice, identity)),
    ),
    variant(
      coldkey,
      "with an identity, where the other has one too",
      stored((state) => {
        IdentitiesV2.set(state, alice, identity)
        IdentitiesV2.set(state, NEW_COLDKEY, { ...identity, name: "0x62" })
      }),
    ),
    variant(
      coldkey,
      "of a subnet's owner",
      stored((state) => SubnetOwner.set(state, SUBNET, alice)),
    ),
    variant(
      coldkey,
      "who stakes rewards by itself, as others do",
      stored((state) => {
        AutoStakeDestination.set(state, alice, SUBNET, validator2)
        AutoStakeDestinationColdkeys.set(state, validator2, SUBNET, [alice, bob, NEW_COLDKEY])
      }),
    ),
    variant(coldkey, "with a lock that stays for ever", stored(locked), ["locks-41"]),
    variant(
      coldkey,
      "with flags",
      stored((state) => AccountFlags.set(state, alice, 1n)),
      ["locks-41"],
    ),
    variant(
      coldkey,
      "with a lock of nothing",
      stored((state) => Lock.set(state, alice, SUBNET, validator1, nothingLocked)),
      ["locks-41"],
    ),
    variant(
      coldkey,
      "with stake on root",
      stored((state) => StakingHotkeys.set(state, alice, [validator1, validator2])),
      ["keys-42"],
    ),
    ...refusals(coldkey, [
      { name: "by a signer", change: by(signed(alice)), error: "BadOrigin" },
      {
        name: "for more than the coldkey has",
        change: argument("swap_cost", tao(101).toString()),
        error: "SubtensorModule.NotEnoughBalanceToPaySwapColdKey",
        clauses: ["keys-41"],
      },
      {
        name: "to one that stakes",
        change: stored((state) => StakingHotkeys.set(state, NEW_COLDKEY, [validator2])),
        error: "SubtensorModule.ColdKeyAlreadyAssociated",
        clauses: ["keys-40"],
      },
      {
        name: "to a hotkey",
        change: stored((state) => Owner.set(state, NEW_COLDKEY, bob)),
        error: "SubtensorModule.NewColdKeyIsHotkey",
        clauses: ["keys-40"],
      },
      {
        name: "to one with a lock of its own",
        change: stored((state) => Lock.set(state, NEW_COLDKEY, netUid(1), validator2, lock)),
        error: "SubtensorModule.ActiveLockExists",
        clauses: ["locks-41"],
      },
    ]),
  ],
}
