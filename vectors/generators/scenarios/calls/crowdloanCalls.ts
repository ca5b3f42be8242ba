import type { ValueOf } from "../../../../reference/interface/valueType.js"
import { fundsAccount } from "../../../../reference/leases/crowdloans.js"
import type { CallDeclaration } from "../../../../reference/state/call.js"
import { CrowdloanCalls } from "../../../../reference/state/calls.js"
import type { crowdloanInfo } from "../../../../reference/state/namedTypes.js"
import type { AccountId } from "../../../../reference/state/primitives.js"
import type { State } from "../../../../reference/state/state.js"
import { Contributions, Crowdloans, MaxContributions } from "../../../../reference/state/storage/crowdloan.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { alice, bob, carol, named, owner } from "../accounts.js"
import { tao } from "../amounts.js"
import { Network } from "../network.js"
import { argument, blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Scenario, type Suite, variant } from "../suite.js"

const ID = 0
/** The soonest and the latest end of a crowdloan in block 1000. */
const SOONEST_END = 51_400
const LATEST_END = 433_000

/** Owner's crowdloan of 10 TAO, to which alice contributed 5 and bob 3. */
function lending(): Network {
  const funds_account = fundsAccount(ID)
  return new Network()
    .endow(owner, tao(100))
    .endow(alice, tao(100))
    .endow(bob, tao(100))
    .endow(funds_account, tao(18))
    .store((state) => {
      // The crowdloan and the balance both keep the account alive.
      Account.mutate(state, funds_account, (account) => ({ ...account, providers: 2 }))
      Crowdloans.set(state, ID, {
        creator: owner,
        deposit: tao(10),
        min_contribution: tao(1),
        end: 60_000,
        cap: tao(50),
        funds_account,
        raised: tao(18),
        target_address: carol,
        call: undefined,
        finalized: false,
        contributors_count: 3,
      })
      Contributions.set(state, ID, owner, tao(10))
      Contributions.set(state, ID, alice, tao(5))
      Contributions.set(state, ID, bob, tao(3))
    })
}

/** The crowdloan with other fields. */
function changeLoan(state: State, fields: Partial<ValueOf<typeof crowdloanInfo>>): void {
  const loan = Crowdloans.get(state, ID)
  if (loan !== undefined) Crowdloans.set(state, ID, { ...loan, ...fields })
}

/** One field of the crowdloan changed. */
const changed = (fields: Partial<ValueOf<typeof crowdloanInfo>>) => stored((state) => changeLoan(state, fields))

const asked = <Arguments>(declaration: CallDeclaration<Arguments>, values: Arguments): Situation =>
  blockOn(lending(), [callBy(signed(owner), declaration, values)])

const bySomebodyElse: BrokenRule = {
  name: "by somebody else",
  change: by(signed(alice)),
  error: "Crowdloan.InvalidOrigin",
  clauses: ["leases-01"],
}

const withoutOwn: BrokenRule = {
  name: "without a contribution of the creator",
  change: stored((state) => Contributions.remove(state, ID, owner)),
  error: "Crowdloan.NoContribution",
}

/** What every call of the creator checks first. */
const creatorsRules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  {
    name: "of a crowdloan that is not there",
    change: argument("crowdloan_id", "7"),
    error: "Crowdloan.InvalidCrowdloanId",
    clauses: ["leases-01"],
    excludesNext: true,
  },
  {
    name: "of one that was finalized",
    change: changed({ finalized: true }),
    error: "Crowdloan.AlreadyFinalized",
    clauses: ["leases-01"],
  },
  bySomebodyElse,
]

function suiteOf(call: string, clause: string, first: Scenario, scenarios: readonly Scenario[]): Suite {
  const rules = creatorsRules.map((rule) => ({ ...rule, clauses: [...(rule.clauses ?? []), clause] }))
  return {
    chapter: "leases",
    name: `Crowdloan.${call}`,
    title: `Crowdloan.${call}`,
    scenarios: [first, ...refusals(first, rules), ...scenarios],
  }
}

const refunded = accepted(
  "to everybody but the creator",
  ["leases-06"],
  asked(CrowdloanCalls.refund, { crowdloan_id: ID }),
)

function withManyContributors(state: State): void {
  for (let index = 0; index < 60; index++) Contributions.set(state, ID, named(`lender-${index}`), 100_000_000n)
}

const refundSuite = suiteOf("refund", "leases-06", refunded, [
  variant(
    refunded,
    "to nobody, as the creator is alone",
    stored((state) => {
      Contributions.remove(state, ID, alice)
      Contributions.remove(state, ID, bob)
    }),
  ),
  variant(
    refunded,
    "to the first fifty of many",
    stored((state) => {
      withManyContributors(state)
      changeLoan(state, { contributors_count: 63, raised: tao(24) })
    }),
  ),
  ...refusals(refunded, [
    {
      name: "with funds that do not suffice",
      change: stored((state) => Contributions.set(state, ID, alice, tao(50))),
      error: "Token.FundsUnavailable",
      clauses: ["leases-06", "state-10"],
    },
    {
      name: "to more than are counted",
      change: changed({ contributors_count: 1 }),
      error: "Crowdloan.Underflow",
    },
  ]),
])

const alone = (state: State) => {
  Contributions.remove(state, ID, alice)
  Contributions.remove(state, ID, bob)
  changeLoan(state, { raised: tao(10), contributors_count: 1 })
}

const dissolved = accepted(
  "with its creator alone",
  ["leases-07", "state-05"],
  stored(alone)(asked(CrowdloanCalls.dissolve, { crowdloan_id: ID })),
)

const dissolveSuite = suiteOf("dissolve", "leases-07", dissolved, [
  variant(
    dissolved,
    "with a greatest contribution",
    stored((state) => MaxContributions.set(state, ID, tao(20))),
  ),
  variant(dissolved, "with a call that was to be made", changed({ call: { type: "Inline", value: "0x0000" } })),
  both(dissolved, bySomebodyElse, withoutOwn),
  ...refusals(dissolved, [
    withoutOwn,
    {
      name: "while others contribute",
      change: changed({ raised: tao(11) }),
      error: "Crowdloan.NotReadyToDissolve",
    },
  ]),
])

const lowered = accepted(
  "to less",
  ["leases-08"],
  asked(CrowdloanCalls.update_min_contribution, { crowdloan_id: ID, new_min_contribution: tao(2) / 10n }),
)

const leastSuite = suiteOf("update_min_contribution", "leases-08", lowered, [
  variant(lowered, "to the least that may be", argument("new_min_contribution", "100000000")),
  variant(
    lowered,
    "to the greatest contribution",
    stored((state) => MaxContributions.set(state, ID, tao(2) / 10n)),
  ),
  ...refusals(lowered, [
    {
      name: "below the least that may be",
      change: argument("new_min_contribution", "99999999"),
      error: "Crowdloan.MinimumContributionTooLow",
    },
  ]),
  ...refusals(lowered, [
    {
      name: "above the greatest contribution",
      change: stored((state) => MaxContributions.set(state, ID, tao(2) / 10n - 1n)),
      error: "Crowdloan.MinimumContributionTooHigh",
    },
  ]),
])

const postponed = accepted(
  "to the soonest that may be",
  ["leases-08", "leases-01"],
  asked(CrowdloanCalls.update_end, { crowdloan_id: ID, new_end: SOONEST_END }),
)

const endSuite = suiteOf("update_end", "leases-08", postponed, [
  variant(postponed, "to the latest that may be", argument("new_end", LATEST_END.toString())),
  ...["1000", "999"].flatMap((end) =>
    refusals(postponed, [
      {
        name: `to block ${end}, which is no later one`,
        change: argument("new_end", end),
        error: "Crowdloan.CannotEndInPast",
      },
    ]),
  ),
  ...refusals(postponed, [
    {
      name: "a block too soon",
      change: argument("new_end", (SOONEST_END - 1).toString()),
      error: "Crowdloan.BlockDurationTooShort",
      excludesNext: true,
    },
    {
      name: "a block too late",
      change: argument("new_end", (LATEST_END + 1).toString()),
      error: "Crowdloan.BlockDurationTooLong",
    },
  ]),
])

const raisedCap = accepted(
  "to what was raised",
  ["leases-08"],
  asked(CrowdloanCalls.update_cap, { crowdloan_id: ID, new_cap: tao(18) }),
)

const capSuite = suiteOf("update_cap", "leases-08", raisedCap, [
  ...refusals(raisedCap, [
    { name: "below what was raised", change: argument("new_cap", "17999999999"), error: "Crowdloan.CapTooLow" },
  ]),
])

const limited = accepted(
  "to what the creator has contributed",
  ["leases-08"],
  asked(CrowdloanCalls.set_max_contribution, { crowdloan_id: ID, new_max_contribution: tao(10) }),
)

const greatestSuite = suiteOf("set_max_contribution", "leases-08", limited, [
  variant(limited, "lifted", argument("new_max_contribution", null)),
  variant(
    limited,
    "where the creator has contributed nothing",
    stored((state) => Contributions.remove(state, ID, owner)),
  ),
  ...refusals(limited, [
    {
      name: "below what the creator has contributed",
      change: argument("new_max_contribution", "9999999999"),
      error: "Crowdloan.MaximumContributionTooLow",
    },
  ]),
  ...refusals(limited, [
    {
      name: "below the least contribution",
      change: changed({ min_contribution: tao(11) }),
      error: "Crowdloan.MaximumContributionTooLow",
    },
  ]),
])

/** What may be contributed, and what may be withdrawn, by whom. */
function contributing(who: AccountId, amount: bigint): Situation {
  return blockOn(lending(), [callBy(signed(who), CrowdloanCalls.contribute, { crowdloan_id: ID, amount })])
}

const ended: BrokenRule = {
  name: "once it has ended",
  change: changed({ end: 1_000 }),
  error: "Crowdloan.ContributionPeriodEnded",
  excludesNext: true,
}

const capRaised: BrokenRule = {
  name: "once the cap is raised",
  change: changed({ cap: tao(18) }),
  error: "Crowdloan.CapRaised",
}

const again = accepted("again", ["leases-03"], contributing(alice, tao(2)))

const contributeSuite: Suite = {
  chapter: "leases",
  name: "Crowdloan.contribute",
  title: "Crowdloan.contribute",
  scenarios: [
    again,
    variant(again, "more than is wanted", argument("amount", tao(60).toString())),
    variant(
      again,
      "more than the contributor may in all",
      stored((state) => MaxContributions.set(state, ID, tao(6))),
    ),
    ...refusals(again, [
      { name: "by no signer", change: by("root"), error: "BadOrigin" },
      {
        name: "to a crowdloan that is not there",
        change: argument("crowdloan_id", "7"),
        error: "Crowdloan.InvalidCrowdloanId",
        excludesNext: true,
      },
      ended,
      capRaised,
      { name: "less than the least", change: argument("amount", "999999999"), error: "Crowdloan.ContributionTooLow" },
      {
        name: "to one with as many contributors as there may be",
        change: changed({ contributors_count: 500 }),
        error: "Crowdloan.MaxContributorsReached",
      },
      {
        name: "by one who has contributed the greatest contribution",
        change: stored((state) => MaxContributions.set(state, ID, tao(5))),
        error: "Crowdloan.MaxContributionReached",
      },
      {
        name: "by one whose contributions would no longer fit",
        change: stored((state) => Contributions.set(state, ID, alice, 2n ** 64n - 1n)),
        error: "Crowdloan.Overflow",
      },
      {
        name: "by one who has less than that",
        change: stored((state) =>
          Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: tao(2) - 1n } })),
        ),
        error: "Crowdloan.InsufficientBalance",
      },
    ]),
    both(again, ended, capRaised, changed({ end: 1_000, cap: tao(18) })),
  ],
}

const withdrawn = accepted(
  "by a contributor",
  ["leases-04"],
  blockOn(lending(), [callBy(signed(alice), CrowdloanCalls.withdraw, { crowdloan_id: ID })]),
)

const byCreator = variant(withdrawn, "by the creator, of what is above the deposit", (situation) =>
  by(signed(owner))(changed({ deposit: tao(4) })(situation)),
)

const withdrawSuite: Suite = {
  chapter: "leases",
  name: "Crowdloan.withdraw",
  title: "Crowdloan.withdraw",
  scenarios: [
    withdrawn,
    byCreator,
    ...refusals(withdrawn, [
      { name: "by no signer", change: by("root"), error: "BadOrigin" },
      {
        name: "from a crowdloan that is not there",
        change: argument("crowdloan_id", "7"),
        error: "Crowdloan.InvalidCrowdloanId",
        excludesNext: true,
      },
      {
        name: "from one that was finalized",
        change: changed({ finalized: true }),
        error: "Crowdloan.AlreadyFinalized",
      },
      {
        name: "without a contribution",
        change: stored((state) => Contributions.remove(state, ID, alice)),
        error: "Crowdloan.NoContribution",
        excludesNext: true,
      },
      {
        name: "from one that counts no contributors",
        change: changed({ contributors_count: 0 }),
        error: "Crowdloan.Underflow",
      },
    ]),
    ...refusals(byCreator, [
      withoutOwn,
      {
        name: "of the deposit",
        change: changed({ deposit: tao(10) }),
        error: "Crowdloan.DepositCannotBeWithdrawn",
      },
    ]),
  ],
}

/** The calls by which a crowdloan gathers, changes, gives back and ends. */
export const crowdloanSuites: readonly Suite[] = [
  contributeSuite,
  withdrawSuite,
  refundSuite,
  dissolveSuite,
  leastSuite,
  endSuite,
  capSuite,
  greatestSuite,
]
