import { netUid, netUidStorageIndex, ROOT } from "../../../../reference/state/primitives.js"
import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import { NetworkLastRegistered, SubnetIdentitiesV2 } from "../../../../reference/state/rao/storage/subtensorModule.js"
import type { Hex } from "../../../../reference/state/scaleTypes.js"
import {
  FirstEmissionBlockNumber,
  NetworkLastLockCost,
  NetworkMinLockCost,
  NetworkRateLimit,
  NetworkRegisteredAt,
  NetworksAdded,
  Owner,
  SubnetLocked,
  SubnetOwner,
  Weights,
} from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { alice, bob, named, owner } from "../accounts.js"
import { rao, tao } from "../amounts.js"
import { OTHER, SUBNET } from "../market.js"
import { argument, blockOn, by, type Change, callBy, inBlock, signed, stored } from "../situation.js"
import { accepted, alwaysRefused, type BrokenRule, refusals, type Scenario, type Suite, variant } from "../suite.js"
import { raoMarket, raoSubnet } from "./market.js"

const CLAUSES = ["subnets-44", "subnets-43", "subnets-40"]
const newHotkey = named("new-hotkey")

const cheap: Change = stored((state) => {
  NetworkLastLockCost.set(state, tao(100))
  NetworkMinLockCost.set(state, tao(100))
  NetworkRateLimit.set(state, 100n)
  NetworkLastRegistered.set(state, 900n)
})

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const NONE: Hex = "0x"
const identityOf = (subnet_name: Hex) => ({
  subnet_name,
  github_repo: NONE,
  subnet_contact: NONE,
  subnet_url: NONE,
  discord: NONE,
  description: NONE,
  additional: NONE,
})
/** One byte more than a name may have. */
const tooLong = identityOf(`0x${"61".repeat(257)}`)
const NAMED = identityOf("0x6e616d65")

const registerRules: readonly BrokenRule[] = [
  { ...noSigner },
  {
    name: "with a hotkey that somebody else owns",
    change: stored((state) => Owner.set(state, newHotkey, bob)),
    error: "SubtensorModule.NonAssociatedColdKey",
  },
  {
    name: "a block too soon after the last one",
    change: stored((state) => NetworkRateLimit.set(state, 101n)),
    error: "SubtensorModule.NetworkTxRateLimitExceeded",
  },
  {
    name: "by who has less than it costs",
    change: stored((state) =>
      Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: tao(99) } })),
    ),
    error: "SubtensorModule.NotEnoughBalanceToStake",
  },
]

const INVALID_NAME: BrokenRule = {
  name: "with a name that is too long",
  change: argument("identity", { ...tooLong }),
  error: "SubtensorModule.InvalidIdentity",
}

/** Where a subnet costs less than what keeps an account alive, and an account has just that. */
function ofAlmostNothing(ordinary: Scenario, more: readonly BrokenRule[] = []): readonly Scenario[] {
  const cheaper = variant(
    ordinary,
    "for less than what keeps an account alive",
    stored((state) => {
      NetworkLastLockCost.set(state, rao(200))
      NetworkMinLockCost.set(state, rao(200))
    }),
  )
  const nothingToSpare: BrokenRule = {
    name: "by who has nothing to spare",
    change: stored((state) =>
      Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: 500n } })),
    ),
    error: "SubtensorModule.ZeroBalanceAfterWithdrawn",
  }
  const almost = variant(
    cheaper,
    "by who can spare but a part of that",
    stored((state) =>
      Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: 600n } })),
    ),
  )
  return [cheaper, almost, ...refusals(cheaper, [nothingToSpare, ...more])]
}

function registrations(ordinary: Scenario): readonly Scenario[] {
  return [
    variant(
      ordinary,
      "with the coldkey's own hotkey",
      stored((state) => Owner.set(state, newHotkey, alice)),
    ),
    variant(
      ordinary,
      "for nothing, where nothing is asked for",
      stored((state) => {
        NetworkLastLockCost.set(state, tao(0))
        NetworkMinLockCost.set(state, tao(0))
      }),
      ["subnets-44", "emission-23"],
    ),
  ]
}

const registered = accepted(
  "the third subnet, for 100 TAO",
  CLAUSES,
  cheap(blockOn(raoMarket(), [callBy(signed(alice), SubtensorModuleCalls.register_network, { hotkey: newHotkey })])),
)

const manySubnets: Change = stored((state) => {
  for (let netuid = 3; netuid < 440; netuid++) NetworksAdded.set(state, netUid(netuid), true)
})

/** `register_network` of fork rao. */
export const raoRegisterNetworkSuite: Suite = {
  chapter: "subnets",
  name: "register_network",
  title: "register_network",
  scenarios: [
    registered,
    ...registrations(registered),
    variant(registered, "the 440th subnet, beyond the symbols", manySubnets, ["subnets-40"]),
    ...refusals(registered, registerRules),
    ...ofAlmostNothing(registered),
  ],
}

const withIdentity = accepted(
  "the third subnet, with a name",
  [...CLAUSES, "subnets-41"],
  cheap(
    blockOn(raoMarket(), [
      callBy(signed(alice), SubtensorModuleCalls.register_network_with_identity, {
        hotkey: newHotkey,
        identity: NAMED,
      }),
    ]),
  ),
)

/** `register_network_with_identity` of fork rao. */
export const raoRegisterWithIdentitySuite: Suite = {
  chapter: "subnets",
  name: "register_network_with_identity",
  title: "register_network_with_identity",
  scenarios: [
    withIdentity,
    variant(withIdentity, "without an identity", argument("identity", null)),
    ...refusals(withIdentity, registerRules),
    ...ofAlmostNothing(withIdentity, [INVALID_NAME]),
  ],
}

const dissolved = accepted(
  "with neurons, and TAO that was locked",
  ["subnets-46", "subnets-45", "emission-21"],
  blockOn(
    raoSubnet().store((state) => {
      SubnetLocked.set(state, SUBNET, tao(7))
      SubnetIdentitiesV2.set(state, SUBNET, NAMED)
      Weights.set(state, netUidStorageIndex(ROOT), 3, [
        [Number(SUBNET), 5],
        [Number(OTHER), 6],
      ])
    }),
    [callBy("root", SubtensorModuleCalls.dissolve_network, { coldkey: owner, netuid: SUBNET })],
  ),
)

/** `dissolve_network` of fork rao. */
export const raoDissolveNetworkSuite: Suite = {
  chapter: "subnets",
  name: "dissolve_network",
  title: "dissolve_network",
  scenarios: [
    dissolved,
    variant(
      dissolved,
      "without an identity",
      stored((state) => SubnetIdentitiesV2.remove(state, SUBNET)),
    ),
    variant(
      dissolved,
      "with less locked than keeps an account alive, which is lost",
      stored((state) => SubnetLocked.set(state, SUBNET, rao(499))),
      ["subnets-46", "emission-21"],
    ),
    ...refusals(dissolved, [
      { name: "by its owner", change: by(signed(owner)), error: "BadOrigin" },
      {
        name: "that is not there",
        change: stored((state) => NetworksAdded.remove(state, SUBNET)),
        error: "SubtensorModule.SubNetworkDoesNotExist",
      },
      {
        name: "of somebody else",
        change: argument("coldkey", bob),
        error: "SubtensorModule.NotSubnetOwner",
      },
    ]),
  ],
}

/** `schedule_dissolve_network`, which refuses everybody. */
export const raoScheduleDissolveSuite: Suite = {
  chapter: "subnets",
  name: "schedule_dissolve_network",
  title: "schedule_dissolve_network",
  scenarios: [
    alwaysRefused(
      "by its owner",
      ["subnets-46"],
      blockOn(raoMarket(), [callBy(signed(owner), SubtensorModuleCalls.schedule_dissolve_network, { netuid: SUBNET })]),
      "SubtensorModule.CallDisabled",
    ),
  ],
}

const WAIT = 50_400n

const started = accepted(
  "as soon as it may be",
  ["subnets-47"],
  blockOn(
    raoMarket().store((state) => {
      FirstEmissionBlockNumber.remove(state, SUBNET)
      NetworkRegisteredAt.set(state, SUBNET, 100n)
    }),
    [callBy(signed(owner), SubtensorModuleCalls.start_call, { netuid: SUBNET })],
    100n + WAIT,
  ),
)

/** `start_call` of fork rao. */
export const raoStartCallSuite: Suite = {
  chapter: "subnets",
  name: "start_call",
  title: "start_call",
  scenarios: [
    started,
    ...refusals(started, [
      {
        name: "on a subnet that is not there",
        change: stored((state) => NetworksAdded.remove(state, SUBNET)),
        error: "SubtensorModule.SubNetworkDoesNotExist",
      },
      { name: "by somebody else than its owner", change: by(signed(bob)), error: "BadOrigin" },
      {
        name: "a second time",
        change: stored((state) => FirstEmissionBlockNumber.set(state, SUBNET, 1n)),
        error: "SubtensorModule.FirstEmissionBlockNumberAlreadySet",
      },
      {
        name: "a block too soon",
        change: inBlock(99n + WAIT),
        error: "SubtensorModule.NeedWaitingMoreBlocksToStarCall",
      },
    ]),
  ],
}

const identitySet = accepted(
  "by its owner",
  ["subnets-42", "subnets-41"],
  blockOn(raoMarket(), [callBy(signed(owner), SubtensorModuleCalls.set_subnet_identity, { netuid: SUBNET, ...NAMED })]),
)

/** `set_subnet_identity` of fork rao. */
export const raoSetSubnetIdentitySuite: Suite = {
  chapter: "subnets",
  name: "set_subnet_identity",
  title: "set_subnet_identity",
  scenarios: [
    identitySet,
    ...refusals(identitySet, [
      noSigner,
      {
        name: "of somebody else",
        change: stored((state) => SubnetOwner.set(state, SUBNET, bob)),
        error: "SubtensorModule.NotSubnetOwner",
      },
      {
        name: "with a name that is too long",
        change: argument("subnet_name", tooLong.subnet_name),
        error: "SubtensorModule.InvalidIdentity",
      },
    ]),
  ],
}
