import { fundsAccount } from "../../../../reference/leases/crowdloans.js"
import type { RuntimeCall } from "../../../../reference/state/call.js"
import { CrowdloanCalls, SubtensorModuleCalls, SystemCalls } from "../../../../reference/state/calls.js"
import type { BoundedCall } from "../../../../reference/state/preimages.js"
import { hash } from "../../../../reference/state/primitives.js"
import { runtimeCall } from "../../../../reference/state/runtimeCall.js"
import { toHex } from "../../../../reference/state/scaleTypes.js"
import { Contributions, Crowdloans, NextCrowdloanId } from "../../../../reference/state/storage/crowdloan.js"
import { alice, bob, carol, owner } from "../accounts.js"
import { rao, tao } from "../amounts.js"
import { Network } from "../network.js"
import { all, argument, blockOn, by, type Change, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Suite, variant } from "../suite.js"

const ID = 0
const SOONEST_END = 51_400
const LATEST_END = 433_000
const remark = (bytes: number) =>
  ({ declaration: SystemCalls.remark, arguments: { remark: `0x${"ab".repeat(bytes)}` } }) as const

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const created = accepted(
  "whose funds go to an account",
  ["leases-01", "leases-02"],
  blockOn(new Network().endow(owner, tao(100)), [
    callBy(signed(owner), CrowdloanCalls.create, {
      deposit: tao(10),
      min_contribution: tao(1),
      cap: tao(50),
      end: SOONEST_END,
      call: undefined,
      target_address: carol,
    }),
  ]),
)

const lowDeposit: BrokenRule = {
  name: "with less than the least deposit",
  change: argument("deposit", (tao(10) - 1n).toString()),
  error: "Crowdloan.DepositTooLow",
  excludesNext: true,
}

const lowCap: BrokenRule = {
  name: "with a cap that the deposit reaches",
  change: argument("cap", tao(10).toString()),
  error: "Crowdloan.CapTooLow",
}

const endsNow: BrokenRule = {
  name: "that ends now",
  change: argument("end", "1000"),
  error: "Crowdloan.CannotEndInPast",
  clauses: ["leases-01", "leases-02"],
  excludesNext: true,
}

const endsSoon: BrokenRule = {
  name: "that ends too soon",
  change: argument("end", (SOONEST_END - 1).toString()),
  error: "Crowdloan.BlockDurationTooShort",
  excludesNext: true,
}

/** `Crowdloan.create`. */
export const createCrowdloanSuite: Suite = {
  chapter: "leases",
  name: "Crowdloan.create",
  title: "Crowdloan.create",
  scenarios: [
    created,
    variant(created, "as long as can be", argument("end", LATEST_END.toString())),
    accepted(
      "with a call that is kept in place",
      ["leases-02", "state-22"],
      blockOn(new Network().endow(owner, tao(100)), [
        callBy(signed(owner), CrowdloanCalls.create, { ...terms(), call: remark(124), target_address: undefined }),
      ]),
    ),
    accepted(
      "with a call that is kept under its hash",
      ["leases-02", "state-22"],
      blockOn(new Network().endow(owner, tao(100)), [
        callBy(signed(owner), CrowdloanCalls.create, { ...terms(), call: remark(125), target_address: undefined }),
      ]),
    ),
    both(created, lowDeposit, lowCap, all(lowDeposit.change, argument("cap", tao(9).toString()))),
    both(created, endsNow, endsSoon, argument("end", "999")),
    ...refusals(created, [
      noSigner,
      lowDeposit,
      lowCap,
      {
        name: "with less than the least contribution",
        change: argument("min_contribution", "99999999"),
        error: "Crowdloan.MinimumContributionTooLow",
      },
      {
        name: "without a purpose",
        change: argument("target_address", null),
        error: "Crowdloan.InvalidFinalizationConfig",
      },
      endsNow,
      endsSoon,
      {
        name: "that ends too late",
        change: argument("end", (LATEST_END + 1).toString()),
        error: "Crowdloan.BlockDurationTooLong",
      },
      { name: "by who has less than the deposit", change: by(signed(bob)), error: "Crowdloan.InsufficientBalance" },
      {
        name: "when the numbers of crowdloans are used up",
        change: stored((state) => NextCrowdloanId.set(state, 2 ** 32 - 1)),
        error: "Crowdloan.Overflow",
      },
    ]),
  ],
}

function terms() {
  return { deposit: tao(10), min_contribution: tao(1), cap: tao(50), end: SOONEST_END }
}

/** Owner's crowdloan of 50 TAO, 10 of them its own and 40 alice's. */
function raised(): Network {
  const funds_account = fundsAccount(ID)
  return new Network().endow(funds_account, tao(50)).store((state) => {
    Crowdloans.set(state, ID, {
      creator: owner,
      deposit: tao(10),
      min_contribution: tao(1),
      end: 60_000,
      cap: tao(50),
      funds_account,
      raised: tao(50),
      target_address: carol,
      call: undefined,
      finalized: false,
      contributors_count: 2,
    })
    Contributions.set(state, ID, owner, tao(10))
    Contributions.set(state, ID, alice, tao(40))
  })
}

type Crowdloan = Exclude<ReturnType<typeof Crowdloans.get>, undefined>

const changed = (fields: Partial<Crowdloan>): Change =>
  stored((state) => {
    const crowdloan = Crowdloans.get(state, ID)
    if (crowdloan !== undefined) Crowdloans.set(state, ID, { ...crowdloan, ...fields })
  })

const finalized = accepted(
  "for the account that was named",
  ["leases-05"],
  blockOn(raised(), [callBy(signed(owner), CrowdloanCalls.finalize, { crowdloan_id: ID })]),
)

const lost: BoundedCall = { type: "Lookup", value: { hash: hash(`0x${"77".repeat(32)}`), len: 200 } }

const kept = (call: RuntimeCall): BoundedCall => ({ type: "Inline", value: toHex(runtimeCall.encode(call)) })

const calling = accepted(
  "for a call as the creator's",
  ["leases-05", "state-22"],
  changed({
    target_address: undefined,
    call: kept({ declaration: SubtensorModuleCalls.try_associate_hotkey, arguments: { hotkey: bob } }),
  })(finalized.situation),
)

/** `Crowdloan.finalize`. */
export const finalizeCrowdloanSuite: Suite = {
  chapter: "leases",
  name: "Crowdloan.finalize",
  title: "Crowdloan.finalize",
  scenarios: [
    finalized,
    calling,
    ...refusals(calling, [
      {
        name: "for a call that is gone",
        change: changed({ target_address: undefined, call: lost }),
        error: "Crowdloan.CallUnavailable",
        clauses: ["leases-05", "state-22"],
      },
    ]),
    ...refusals(calling, [
      {
        name: "for a call that is refused",
        change: changed({
          target_address: undefined,
          call: kept({ declaration: CrowdloanCalls.dissolve, arguments: { crowdloan_id: 7 } }),
        }),
        error: "Crowdloan.InvalidCrowdloanId",
      },
    ]),
    ...refusals(finalized, [
      noSigner,
      {
        name: "of a crowdloan that is not there",
        change: argument("crowdloan_id", "7"),
        error: "Crowdloan.InvalidCrowdloanId",
        clauses: ["leases-01", "leases-05"],
        excludesNext: true,
      },
      { name: "by a contributor", change: by(signed(alice)), error: "Crowdloan.InvalidOrigin" },
      { name: "before all is raised", change: changed({ cap: rao(tao(50) + 1n) }), error: "Crowdloan.CapNotRaised" },
      { name: "a second time", change: changed({ finalized: true }), error: "Crowdloan.AlreadyFinalized" },
      {
        name: "without a purpose",
        change: changed({ target_address: undefined }),
        error: "Crowdloan.InvalidFinalizationConfig",
      },
    ]),
  ],
}
