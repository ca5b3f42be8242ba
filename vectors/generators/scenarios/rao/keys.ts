import { hash } from "../../../../reference/state/primitives.js"
import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import { Agenda } from "../../../../reference/state/rao/storage/scheduler.js"
import { Members } from "../../../../reference/state/rao/storage/senateMembers.js"
import {
  ColdkeySwapScheduleDuration,
  ColdkeySwapScheduled,
  TaoDividendsPerSubnet,
} from "../../../../reference/state/rao/storage/subtensorModule.js"
import type { State } from "../../../../reference/state/state.js"
import {
  Alpha,
  AlphaDividendsPerSubnet,
  Axons,
  ChildKeys,
  Delegates,
  IdentitiesV2,
  IsNetworkMember,
  LastTxBlock,
  NeuronCertificates,
  OwnedHotkeys,
  Owner,
  ParentKeys,
  PendingChildKeys,
  StakingHotkeys,
  SubnetOwner,
  SubnetOwnerHotkey,
  TotalHotkeyAlphaLastEpoch,
  TxRateLimit,
  WeightCommits,
} from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { mechanismStorageIndex } from "../../../../reference/subnets/mechanismIndex.js"
import { alice, bob, carol, miner1, named, validator1, validator2 } from "../accounts.js"
import { alpha, tao } from "../amounts.js"
import { SUBNET } from "../market.js"
import { argument, blockOn, by, type Change, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { raoSubnet } from "./market.js"

const NEW_HOTKEY = named("new-hotkey")
const NEW_COLDKEY = named("new-coldkey")
const BLOCK = 10_000n

const network = () => raoSubnet().endow(alice, tao(100)).endow(bob, tao(100))

const has = (free: bigint): Change =>
  stored((state) => Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free } })))

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const swapped = accepted(
  "just long enough after the last transaction",
  ["keys-80", "keys-81", "emission-25"],
  blockOn(
    network().store((state) => {
      TxRateLimit.set(state, 100n)
      LastTxBlock.set(state, alice, BLOCK - 101n)
    }),
    [callBy(signed(alice), SubtensorModuleCalls.swap_hotkey, { hotkey: validator1, new_hotkey: NEW_HOTKEY })],
    BLOCK,
  ),
)

/** Whatever else the chain may know by a hotkey. */
function wellKnown(state: State): void {
  Delegates.set(state, validator1, 9_000)
  SubnetOwnerHotkey.set(state, SUBNET, validator1)
  ChildKeys.set(state, validator1, SUBNET, [[5n, miner1]])
  ParentKeys.set(state, miner1, SUBNET, [
    [7n, validator2],
    [5n, validator1],
  ])
  PendingChildKeys.set(state, SUBNET, validator1, [[[9n, miner1]], 12_000n])
  PendingChildKeys.set(state, SUBNET, validator2, [
    [
      [3n, miner1],
      [4n, validator1],
    ],
    12_000n,
  ])
  TotalHotkeyAlphaLastEpoch.set(state, validator1, SUBNET, alpha(3))
  AlphaDividendsPerSubnet.set(state, SUBNET, validator1, alpha(2))
  TaoDividendsPerSubnet.set(state, SUBNET, validator1, tao(1))
  NeuronCertificates.set(state, SUBNET, validator1, { public_key: "0x1234", algorithm: 1 })
  const commit = hash(`0x${"12".repeat(32)}`)
  WeightCommits.set(state, mechanismStorageIndex(SUBNET, 0), validator1, [[commit, 1n, 2n, 3n]])
  Axons.set(state, SUBNET, validator1, {
    block: 900n,
    version: 1,
    ip: 5n,
    port: 1,
    ip_type: 4,
    protocol: 4,
    placeholder1: 0,
    placeholder2: 0,
  })
}

/** `swap_hotkey` of fork rao. */
export const raoSwapHotkeySuite: Suite = {
  chapter: "keys",
  name: "swap_hotkey",
  title: "swap_hotkey",
  scenarios: [
    swapped,
    variant(
      swapped,
      "for a hotkey that somebody else owns",
      stored((state) => Owner.set(state, NEW_HOTKEY, bob)),
    ),
    variant(swapped, "of a hotkey that much is known by", stored(wellKnown), ["keys-81", "children-50"]),
    variant(
      swapped,
      "of a senator",
      stored((state) => Members.set(state, [validator1, validator2])),
      ["keys-81", "root-42", "root-40"],
    ),
    variant(
      swapped,
      "of a senator by another senator, half of which happens",
      stored((state) => Members.set(state, [validator1, NEW_HOTKEY])),
      ["keys-80", "keys-81", "root-42"],
    ),
    ...refusals(swapped, [
      noSigner,
      {
        name: "to itself",
        change: argument("new_hotkey", validator1),
        error: "SubtensorModule.NewHotKeyIsSameWithOld",
        excludesNext: true,
      },
      {
        name: "to a hotkey that is a neuron",
        change: stored((state) => IsNetworkMember.set(state, NEW_HOTKEY, SUBNET, true)),
        error: "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
      },
      {
        name: "of somebody else's hotkey",
        change: stored((state) => Owner.set(state, validator1, bob)),
        error: "SubtensorModule.NonAssociatedColdKey",
      },
      {
        name: "a block too soon after the last transaction",
        change: stored((state) => TxRateLimit.set(state, 101n)),
        error: "SubtensorModule.HotKeySetTxRateLimitExceeded",
      },
      {
        name: "by who has less than the price",
        change: has(99_999_999n),
        error: "SubtensorModule.NotEnoughBalanceToPaySwapHotKey",
      },
    ]),
  ],
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

const coldkeySwapped = accepted(
  "by root, for a price",
  ["keys-82", "emission-24", "emission-21"],
  blockOn(
    network(),
    [
      callBy("root", SubtensorModuleCalls.swap_coldkey, {
        old_coldkey: alice,
        new_coldkey: NEW_COLDKEY,
        swap_cost: tao(1),
      }),
    ],
    BLOCK,
  ),
)

const cheaply = variant(coldkeySwapped, "for less than what keeps an account alive", argument("swap_cost", "400"))

/** `swap_coldkey` of fork rao. */
export const raoSwapColdkeySuite: Suite = {
  chapter: "keys",
  name: "swap_coldkey",
  title: "swap_coldkey",
  scenarios: [
    coldkeySwapped,
    variant(
      coldkeySwapped,
      "of who owns a subnet and has an identity, and had announced it",
      stored((state) => {
        SubnetOwner.set(state, SUBNET, alice)
        IdentitiesV2.set(state, alice, identity)
        ColdkeySwapScheduled.set(state, alice, undefined)
      }),
    ),
    variant(coldkeySwapped, "of all that an account may pay, for nothing", argument("swap_cost", "0"), [
      "keys-82",
      "emission-23",
    ]),
    variant(
      coldkeySwapped,
      "to an account that has stake and a list of hotkeys",
      stored((state) => {
        OwnedHotkeys.set(state, NEW_COLDKEY, [miner1])
        Alpha.set(state, validator1, NEW_COLDKEY, SUBNET, Alpha.get(state, validator1, alice, SUBNET))
      }),
    ),
    variant(
      coldkeySwapped,
      "of an account that cannot be emptied, half of which happens",
      stored((state) => Account.mutate(state, alice, (account) => ({ ...account, consumers: 1, providers: 1 }))),
      ["keys-82", "emission-24"],
    ),
    variant(coldkeySwapped, "of an account without any TAO, for nothing", (situation) =>
      argument("swap_cost", "0")(stored((state) => Account.remove(state, alice))(situation)),
    ),
    cheaply,
    ...refusals(cheaply, [
      {
        name: "of who has nothing to spare",
        change: has(500n),
        error: "SubtensorModule.ZeroBalanceAfterWithdrawn",
        clauses: ["keys-82", "emission-23"],
      },
    ]),
    ...refusals(coldkeySwapped, [
      { name: "by a signer", change: by(signed(alice)), error: "BadOrigin" },
      {
        name: "to who stakes already",
        change: stored((state) => StakingHotkeys.set(state, NEW_COLDKEY, [validator2])),
        error: "SubtensorModule.ColdKeyAlreadyAssociated",
      },
      {
        name: "to a hotkey",
        change: stored((state) => Owner.set(state, NEW_COLDKEY, carol)),
        error: "SubtensorModule.NewColdKeyIsHotkey",
      },
      {
        name: "for more than the coldkey has",
        change: has(999_999_999n),
        error: "SubtensorModule.NotEnoughBalanceToPaySwapColdKey",
      },
    ]),
  ],
}

const scheduled = accepted(
  "for the block that is the delay away",
  ["keys-83", "state-46"],
  blockOn(
    network().store((state) => ColdkeySwapScheduleDuration.set(state, 50)),
    [callBy(signed(alice), SubtensorModuleCalls.schedule_swap_coldkey, { new_coldkey: NEW_COLDKEY })],
    BLOCK,
  ),
)

const WHEN = Number(BLOCK) + 50
const waiting = {
  maybe_id: undefined,
  priority: 63,
  call: { type: "Inline", value: "0x000000" },
  maybe_periodic: undefined,
  origin: { type: "system", value: { type: "Root", value: undefined } },
} as const

/** `schedule_swap_coldkey` of fork rao. */
export const raoScheduleSwapColdkeySuite: Suite = {
  chapter: "keys",
  name: "schedule_swap_coldkey",
  title: "schedule_swap_coldkey",
  scenarios: [
    scheduled,
    variant(
      scheduled,
      "after others of the same block",
      stored((state) => Agenda.set(state, WHEN, [waiting, undefined])),
      ["state-46"],
    ),
    variant(
      scheduled,
      "in the free place of a full block",
      stored((state) =>
        Agenda.set(
          state,
          WHEN,
          Array.from({ length: 50 }, (_, place) => (place === 7 ? undefined : waiting)),
        ),
      ),
      ["state-46"],
    ),
    ...refusals(scheduled, [
      noSigner,
      {
        name: "a second time",
        change: stored((state) => ColdkeySwapScheduled.set(state, alice, undefined)),
        error: "SubtensorModule.SwapAlreadyScheduled",
      },
      {
        name: "by who has less than the price",
        change: has(99_999_999n),
        error: "SubtensorModule.NotEnoughBalanceToPaySwapColdKey",
      },
      {
        name: "without any delay",
        change: stored((state) => ColdkeySwapScheduleDuration.set(state, 0)),
        error: "SubtensorModule.FailedToSchedule",
      },
    ]),
    ...refusals(scheduled, [
      {
        name: "for a block that has no place",
        change: stored((state) =>
          Agenda.set(
            state,
            WHEN,
            Array.from({ length: 50 }, () => waiting),
          ),
        ),
        error: "SubtensorModule.FailedToSchedule",
        clauses: ["keys-83", "state-46"],
      },
    ]),
  ],
}
