import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { type NetUid, netUid, ROOT, type TaoBalance } from "../../../../reference/state/primitives.js"
import {
  AutoParentDelegationEnabled,
  FirstEmissionBlockNumber,
  Kappa,
  LastRateLimitedBlock,
  NetworkImmunityPeriod,
  NetworkLastLockCost,
  NetworkMinLockCost,
  NetworkRegisteredAt,
  NetworkRegistrationStartBlock,
  NetworksAdded,
  Owner,
  StartCallDelay,
  SubnetIdentitiesV3,
  SubnetLimit,
  SubnetMovingPrice,
  SubtokenEnabled,
  TokenSymbol,
} from "../../../../reference/state/storage/subtensorModule.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { SYMBOLS } from "../../../../reference/subnets/symbols.js"
import { alice, bob, named, owner } from "../accounts.js"
import { rao, tao } from "../amounts.js"
import { market, NOWHERE, OTHER, SUBNET, workingSubnet } from "../market.js"
import { all, argument, blockOn, by, type Change, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Scenario, type Suite, variant } from "../suite.js"

const CLAUSES = ["subnets-10", "subnets-12", "subnets-13", "subnets-14", "subnets-17", "subnets-18"]
const PRUNING = ["subnets-11", "subnets-13", "subnets-20", "subnets-22", "subnets-26"]
const newHotkey = named("new-hotkey")
const LAST_REGISTRATION = { type: "NetworkLastRegistered", value: undefined } as const

const cost = (amount: TaoBalance): Change =>
  stored((state) => {
    NetworkLastLockCost.set(state, amount)
    NetworkMinLockCost.set(state, amount)
  })

const cheap = cost(tao(100))
const register = callBy(signed(alice), SubtensorModuleCalls.register_network, { hotkey: newHotkey })
/** The market, where the account of the second subnet is said to be bob's. */
const marketOfBobs = () => market().store((state) => Owner.set(state, accountOfNetuid(OTHER), bob))
const ordinary = accepted("the third subnet, for 100 TAO", CLAUSES, cheap(blockOn(marketOfBobs(), [register])))

const registeredAt = (netuid: NetUid, block: bigint): Change =>
  stored((state) => NetworkRegisteredAt.set(state, netuid, block))

const crowded = accepted(
  "where there is room for two: the cheaper one goes",
  PRUNING,
  all(
    cheap,
    stored((state) => {
      SubnetLimit.set(state, 2)
      NetworkImmunityPeriod.set(state, 500n)
      SubnetIdentitiesV3.set(state, SUBNET, identityOf("0x6f6c64"))
    }),
    registeredAt(SUBNET, 400n),
    registeredAt(OTHER, 300n),
  )(blockOn(market(), [register])),
)

function identityOf(subnet_name: `0x${string}`) {
  const none = "0x"
  return {
    subnet_name,
    github_repo: none,
    subnet_contact: none,
    subnet_url: none,
    discord: none,
    description: none,
    logo_url: none,
    additional: none,
  } as const
}

const somebodyElses: BrokenRule = {
  name: "with a hotkey that somebody else owns",
  change: stored((state) => Owner.set(state, newHotkey, bob)),
  error: "SubtensorModule.NonAssociatedColdKey",
  excludesNext: true,
}

const systemAccount: BrokenRule = {
  name: "with an account that belongs to a subnet",
  change: argument("hotkey", accountOfNetuid(NOWHERE)),
  error: "SubtensorModule.CannotUseSystemAccount",
}

/** Where the account of the second subnet is said to be bob's. */
const ofBobsAccount = (of: Scenario): Scenario =>
  both(of, somebodyElses, systemAccount, all(somebodyElses.change, argument("hotkey", accountOfNetuid(OTHER))))

const rules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  somebodyElses,
  systemAccount,
  {
    name: "before the block from which on subnets may be registered",
    change: stored((state) => NetworkRegistrationStartBlock.set(state, 1_001n)),
    error: "SubtensorModule.SubNetRegistrationDisabled",
  },
  {
    name: "too soon after the last one",
    change: stored((state) => LastRateLimitedBlock.set(state, LAST_REGISTRATION, 999n)),
    error: "SubtensorModule.NetworkTxRateLimitExceeded",
  },
  {
    name: "where there is no room and everybody is immune",
    change: stored((state) => SubnetLimit.set(state, 1)),
    error: "SubtensorModule.SubnetLimitReached",
    clauses: ["subnets-11", "subnets-13"],
  },
  {
    name: "for more than the coldkey has",
    change: stored((state) => NetworkMinLockCost.set(state, rao(tao(1_000) + 1n))),
    error: "SubtensorModule.CannotAffordLockCost",
  },
]

/** `register_network`. */
export const registerNetworkSuite: Suite = {
  chapter: "subnets",
  name: "register_network",
  title: "register_network",
  scenarios: [
    ordinary,
    variant(ordinary, "for all that the coldkey has, of which the existential deposit stays", cost(tao(1_000)), [
      "subnets-13",
      "subnets-17",
    ]),
    variant(ordinary, "for nothing", cost(rao(0)), ["subnets-10", "subnets-17"]),
    variant(
      ordinary,
      "under the number 19",
      stored((state) => {
        for (let number = 3; number < 19; number++) NetworksAdded.set(state, netUid(number), true)
      }),
      ["subnets-14"],
    ),
    variant(
      ordinary,
      "under a number whose last subnet had another kappa",
      stored((state) => Kappa.set(state, netUid(3), 5)),
      ["subnets-12"],
    ),
    variant(
      ordinary,
      "whose symbol another subnet has",
      stored((state) => TokenSymbol.set(state, SUBNET, SYMBOLS[3] ?? "0x")),
      ["subnets-14"],
    ),
    variant(
      ordinary,
      "under a number that is free between others",
      all(
        stored((state) => NetworksAdded.remove(state, SUBNET)),
        stored((state) => NetworksAdded.set(state, netUid(3), false)),
      ),
      ["subnets-12"],
    ),
    crowded,
    variant(crowded, "where the cheaper one is immune: the other goes", registeredAt(SUBNET, 501n), ["subnets-11"]),
    variant(
      crowded,
      "where both are as cheap: the older one goes",
      stored((state) => SubnetMovingPrice.set(state, OTHER, SubnetMovingPrice.get(state, SUBNET))),
      ["subnets-11"],
    ),
    accepted(
      "whose hotkey root's validators become parents of",
      ["children-30", "subnets-13"],
      cheap(
        blockOn(
          market()
            .neuron(ROOT, named("validator-1"), true)
            .hotkey(named("refuser"), bob)
            .neuron(ROOT, named("refuser"), true),
          [register],
        ),
      ),
    ),
    accepted(
      "whose hotkey one of root's validators does not want to be a parent of",
      ["children-30"],
      all(
        cheap,
        stored((state) => AutoParentDelegationEnabled.set(state, named("validator-1"), false)),
      )(blockOn(market().neuron(ROOT, named("validator-1"), true), [register])),
    ),
    ...refusals(ordinary, rules),
    ofBobsAccount(ordinary),
  ],
}

const withIdentity = accepted(
  "with an identity",
  ["subnets-16", "subnets-19"],
  cheap(
    blockOn(marketOfBobs(), [
      callBy(signed(alice), SubtensorModuleCalls.register_network_with_identity, {
        hotkey: newHotkey,
        identity: identityOf("0x6e6577"),
      }),
    ]),
  ),
)

/** `register_network_with_identity`. */
export const registerNetworkWithIdentitySuite: Suite = {
  chapter: "subnets",
  name: "register_network_with_identity",
  title: "register_network_with_identity",
  scenarios: [
    withIdentity,
    variant(withIdentity, "without one", argument("identity", null), ["subnets-19"]),
    ofBobsAccount(withIdentity),
    ...refusals(withIdentity, [
      ...rules,
      {
        name: "with a name that is too long",
        change: argument("identity", identityOf(`0x${"41".repeat(257)}`)),
        error: "SubtensorModule.InvalidIdentity",
        clauses: ["subnets-16", "subnets-19"],
      },
    ]),
  ],
}

const start = accepted(
  "a subnet whose delay is over",
  ["subnets-15"],
  all(
    stored((state) => {
      FirstEmissionBlockNumber.remove(state, SUBNET)
      SubtokenEnabled.remove(state, SUBNET)
      StartCallDelay.set(state, 100n)
    }),
    registeredAt(SUBNET, 900n),
  )(blockOn(workingSubnet(), [callBy(signed(owner), SubtensorModuleCalls.start_call, { netuid: SUBNET })])),
)

/** `start_call`. */
export const startCallSuite: Suite = {
  chapter: "subnets",
  name: "start_call",
  title: "start_call",
  scenarios: [
    start,
    ...refusals(start, [
      {
        name: "a subnet that is not there",
        change: stored((state) => NetworksAdded.remove(state, SUBNET)),
        error: "SubtensorModule.SubnetNotExists",
      },
      { name: "by root", change: by("root"), error: "BadOrigin" },
      {
        name: "a subnet that was started",
        change: stored((state) => FirstEmissionBlockNumber.set(state, SUBNET, 950n)),
        error: "SubtensorModule.FirstEmissionBlockNumberAlreadySet",
      },
      {
        name: "too soon",
        change: stored((state) => StartCallDelay.set(state, 101n)),
        error: "SubtensorModule.NeedWaitingMoreBlocksToStarCall",
      },
    ]),
  ],
}
