import { fundsAccount } from "../../../../reference/leases/crowdloans.js"
import { leaseAccount } from "../../../../reference/leases/leaseAccounts.js"
import { U64F64 } from "../../../../reference/numbers/formats.js"
import { CrowdloanCalls, SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { runtimeCall } from "../../../../reference/state/runtimeCall.js"
import { toHex } from "../../../../reference/state/scaleTypes.js"
import { Contributions, Crowdloans, CurrentCrowdloanId } from "../../../../reference/state/storage/crowdloan.js"
import { Proxies } from "../../../../reference/state/storage/proxy.js"
import {
  AccumulatedLeaseDividends,
  NetworkLastLockCost,
  NetworkMinLockCost,
  NextSubnetLeaseId,
  Owner,
  SubnetLeaseShares,
  SubnetLeases,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetUidToLeaseId,
} from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { alice, bob, carol, named, owner } from "../accounts.js"
import { alphaRao, rao, tao } from "../amounts.js"
import { NOWHERE, OTHER, SUBNET, workingSubnet } from "../market.js"
import { Network } from "../network.js"
import { all, argument, blockOn, by, type Change, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Suite, variant } from "../suite.js"

const ID = 0
const beneficiary = alice
const [leaseColdkey, leaseHotkey] = [leaseAccount("coldkey", ID), leaseAccount("hotkey", ID)]

/** A lease as the call that a crowdloan keeps. */
function leaseUntil(endBlock: number | undefined) {
  const values = { emissions_share: 30, end_block: endBlock }
  const call = { declaration: SubtensorModuleCalls.register_leased_network, arguments: values }
  return { type: "Inline", value: toHex(runtimeCall.encode(call)) } as const
}

/** A crowdloan of alice's that has raised 100 TAO, 30 of them bob's and 60 carol's, for a lease until block 2000. */
function raisedForLease(): Network {
  const funds_account = fundsAccount(ID)
  return new Network()
    .endow(alice, tao(1))
    .endow(funds_account, tao(100))
    .store((state) => {
      NetworkLastLockCost.set(state, tao(1))
      NetworkMinLockCost.set(state, tao(60))
      Crowdloans.set(state, ID, {
        creator: beneficiary,
        deposit: tao(10),
        min_contribution: tao(1),
        end: 60_000,
        cap: tao(100),
        funds_account,
        raised: tao(100),
        target_address: undefined,
        call: leaseUntil(2_000),
        finalized: false,
        contributors_count: 3,
      })
      Contributions.set(state, ID, alice, tao(10))
      Contributions.set(state, ID, bob, tao(30))
      Contributions.set(state, ID, carol, tao(60))
    })
}

const calls = (endBlock: number | undefined): Change =>
  stored((state) => {
    const crowdloan = Crowdloans.get(state, ID)
    if (crowdloan !== undefined) Crowdloans.set(state, ID, { ...crowdloan, call: leaseUntil(endBlock) })
  })

const leased = accepted(
  "by finalizing the crowdloan that raised the cost",
  ["leases-05", "leases-10", "leases-11", "leases-12", "leases-13"],
  blockOn(raisedForLease(), [callBy(signed(alice), CrowdloanCalls.finalize, { crowdloan_id: ID })]),
)

const directly = accepted(
  "as a crowdloan that is being finalized would call it",
  ["leases-12"],
  blockOn(
    raisedForLease().store((state) => CurrentCrowdloanId.set(state, ID)),
    [
      callBy(signed(alice), SubtensorModuleCalls.register_leased_network, {
        emissions_share: 30,
        end_block: 2_000,
      }),
    ],
  ),
)

const rules: readonly BrokenRule[] = [
  { name: "by no signer", change: by("root"), error: "BadOrigin" },
  {
    name: "by nobody's crowdloan",
    change: stored((state) => CurrentCrowdloanId.remove(state)),
    error: "Crowdloan.InvalidCrowdloanId",
    excludesNext: true,
  },
  { name: "by who did not create it", change: by(signed(bob)), error: "SubtensorModule.InvalidLeaseBeneficiary" },
  {
    name: "until now",
    change: argument("end_block", "1000"),
    error: "SubtensorModule.LeaseCannotEndInThePast",
  },
  {
    name: "when the numbers of leases are used up",
    change: stored((state) => NextSubnetLeaseId.set(state, 2 ** 32 - 1)),
    error: "SubtensorModule.Overflow",
  },
  {
    name: "for more than was raised",
    change: stored((state) => NetworkMinLockCost.set(state, rao(tao(100) + 1n))),
    error: "SubtensorModule.CannotAffordLockCost",
    clauses: ["leases-12", "subnets-13"],
  },
]

/** `register_leased_network`. */
export const registerLeasedNetworkSuite: Suite = {
  chapter: "leases",
  name: "register_leased_network",
  title: "register_leased_network",
  scenarios: [
    leased,
    variant(leased, "for good", calls(undefined), ["leases-12"]),
    variant(
      leased,
      "that leaves nothing over but the proxy's deposit",
      stored((state) => NetworkMinLockCost.set(state, rao(tao(100) - 93_000_000n))),
      ["leases-11", "leases-13"],
    ),
    variant(
      leased,
      "whose beneficiary alone has contributed",
      stored((state) => {
        Contributions.remove(state, ID, bob)
        Contributions.remove(state, ID, carol)
      }),
      ["leases-13"],
    ),
    variant(
      leased,
      "whose coldkey has proxies: theirs come by account, type and delay",
      stored((state) => {
        const proxies = [
          { delegate: beneficiary, proxy_type: "Any", delay: 0 },
          { delegate: beneficiary, proxy_type: "SubnetLeaseBeneficiary", delay: 9 },
          { delegate: beneficiary, proxy_type: "RootClaim", delay: 0 },
          { delegate: bob, proxy_type: "Any", delay: 0 },
        ] as const
        Proxies.set(state, leaseColdkey, [proxies, 0n])
      }),
      ["leases-11"],
    ),
    directly,
    ...refusals(directly, rules),
    ...refusals(directly, [
      {
        name: "that leaves too little for the proxy's deposit",
        change: stored((state) => NetworkMinLockCost.set(state, rao(tao(100) - 92_999_999n))),
        error: "Balances.InsufficientBalance",
        clauses: ["leases-11", "state-21"],
      },
    ]),
    ...refusals(leased, [
      { name: "until a block that is over", change: calls(999), error: "SubtensorModule.LeaseCannotEndInThePast" },
    ]),
  ],
}

const ownHotkey = named("own-hotkey")
const deposit = 93_000_000n

/** A subnet that alice leases, through a proxy for which the lease's coldkey has a deposit reserved. */
function leasedSubnet(): Network {
  return workingSubnet()
    .hotkey(ownHotkey, beneficiary)
    .hotkey(accountOfNetuid(OTHER), beneficiary)
    .store((state) => {
      SubnetOwner.set(state, SUBNET, leaseColdkey)
      SubnetOwnerHotkey.set(state, SUBNET, leaseHotkey)
      SubnetUidToLeaseId.set(state, SUBNET, ID)
      SubnetLeases.set(state, ID, {
        beneficiary,
        coldkey: leaseColdkey,
        hotkey: leaseHotkey,
        emissions_share: 30,
        end_block: 1_000,
        netuid: SUBNET,
        cost: tao(60),
      })
      SubnetLeaseShares.set(state, ID, bob, U64F64.fromBits(1n << 63n))
      AccumulatedLeaseDividends.set(state, ID, alphaRao(77))
      const proxy = { delegate: beneficiary, proxy_type: "SubnetLeaseBeneficiary", delay: 0 } as const
      Proxies.set(state, leaseColdkey, [[proxy], deposit])
      const none = Account.get(state, leaseColdkey)
      Account.set(state, leaseHotkey, { ...none, providers: 1 })
      Account.set(state, leaseColdkey, {
        ...none,
        providers: 2,
        consumers: 1,
        data: { ...none.data, free: 1_000n, reserved: deposit, flags: 1n << 127n },
      })
    })
}

const over = accepted(
  "a lease whose end has come",
  ["leases-11", "leases-14"],
  blockOn(leasedSubnet(), [
    callBy(signed(beneficiary), SubtensorModuleCalls.terminate_lease, { lease_id: ID, hotkey: ownHotkey }),
  ]),
)

const endsAt = (end_block: number | undefined): Change =>
  stored((state) => {
    const lease = SubnetLeases.get(state, ID)
    if (lease !== undefined) SubnetLeases.set(state, ID, { ...lease, end_block })
  })

const notOwned: BrokenRule = {
  name: "for the hotkey of somebody else",
  change: stored((state) => Owner.set(state, ownHotkey, owner)),
  error: "SubtensorModule.BeneficiaryDoesNotOwnHotkey",
}

const subnetsAccount: BrokenRule = {
  name: "for the account of a subnet",
  change: argument("hotkey", accountOfNetuid(OTHER)),
  error: "SubtensorModule.CannotUseSystemAccount",
}

/** `terminate_lease`. */
export const terminateLeaseSuite: Suite = {
  chapter: "leases",
  name: "terminate_lease",
  title: "terminate_lease",
  scenarios: [
    over,
    variant(
      over,
      "a lease whose coldkey nothing but the balance kept alive",
      stored((state) => Account.mutate(state, leaseColdkey, (account) => ({ ...account, providers: 1 }))),
      ["leases-14", "state-05"],
    ),
    variant(
      over,
      "a lease whose coldkey has another proxy",
      stored((state) => {
        const [proxies] = Proxies.get(state, leaseColdkey)
        const other = { delegate: bob, proxy_type: "Any", delay: 0 } as const
        Proxies.set(state, leaseColdkey, [[...proxies, other], deposit])
      }),
      ["leases-11"],
    ),
    ...refusals(over, [
      { name: "by no signer", change: by("root"), error: "BadOrigin" },
      {
        name: "a lease that is not there",
        change: stored((state) => SubnetLeases.remove(state, ID)),
        error: "SubtensorModule.LeaseDoesNotExist",
      },
      { name: "by a contributor", change: by(signed(bob)), error: "SubtensorModule.ExpectedBeneficiaryOrigin" },
      {
        name: "a lease without an end",
        change: endsAt(undefined),
        error: "SubtensorModule.LeaseHasNoEndBlock",
        excludesNext: true,
      },
      { name: "a lease that has not ended", change: endsAt(1_001), error: "SubtensorModule.LeaseHasNotEnded" },
      notOwned,
    ]),
    both(over, notOwned, subnetsAccount, all(notOwned.change, argument("hotkey", accountOfNetuid(NOWHERE)))),
    ...refusals(over, [
      subnetsAccount,
      {
        name: "a lease whose proxy is gone",
        change: stored((state) => Proxies.remove(state, leaseColdkey)),
        error: "Proxy.NotFound",
      },
    ]),
  ],
}
