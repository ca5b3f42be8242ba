import type { CallDeclaration } from "../../../../reference/state/call.js"
import { AdminUtilsCalls } from "../../../../reference/state/rao/calls.js"
import {
  LiquidAlphaOn,
  MaxAllowedUids,
  NetworksAdded,
  NominatorMinRequiredStake,
  SubnetOwner,
  SubnetTAO,
  SubnetworkN,
  Tempo,
  TransactionKeyLastBlock,
  WeightsVersionKeyRateLimit,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, owner, validator1, validator2 } from "../accounts.js"
import { alpha, rao, tao } from "../amounts.js"
import { raoBooks } from "../bookkeeping.js"
import { noSubnet, wrong } from "../calls/setters/setterSuite.js"
import { SUBNET } from "../market.js"
import { Network } from "../network.js"
import { blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { raoPlaces } from "./market.js"

const NOW = 100_000n
const SET_WEIGHTS_VERSION = 4

/** A subnet with an owner, three neurons and room for ten. */
function ownedSubnet(): Network {
  return new Network(raoBooks).store((state) => {
    NetworksAdded.set(state, SUBNET, true)
    SubnetOwner.set(state, SUBNET, owner)
    SubnetworkN.set(state, SUBNET, 3)
    MaxAllowedUids.set(state, SUBNET, 10)
    LiquidAlphaOn.set(state, SUBNET, true)
    Tempo.set(state, SUBNET, 100)
    WeightsVersionKeyRateLimit.set(state, 5n)
    TransactionKeyLastBlock.set(state, owner, SUBNET, SET_WEIGHTS_VERSION, NOW - 500n)
  })
}

function named<Values>(call: CallDeclaration<Values>) {
  const name = `${call.pallet}.${call.name}`
  return { chapter: "hyperparameters", name, title: name }
}

/** A setter that root alone may call. */
function ofRoot<Values>(call: CallDeclaration<Values>, values: Values, rules: readonly BrokenRule[] = []): Suite {
  const sets = accepted("by root", ["hyperparameters-22"], blockOn(ownedSubnet(), [callBy("root", call, values)], NOW))
  const bySigner: BrokenRule = { name: "by a signer", change: by(signed(owner)), error: "BadOrigin" }
  return { ...named(call), scenarios: [sets, ...refusals(sets, [bySigner, ...rules])] }
}

/** A setter that the owner of a subnet may call too. */
function ofOwner<Values>(call: CallDeclaration<Values>, values: Values, rules: readonly BrokenRule[] = []): Suite {
  const clauses = ["hyperparameters-21"]
  const byOwner = accepted("by the owner", clauses, blockOn(ownedSubnet(), [callBy(signed(owner), call, values)], NOW))
  const byAnother: BrokenRule = { name: "by somebody else", change: by(signed(alice)), error: "BadOrigin" }
  return {
    ...named(call),
    scenarios: [byOwner, variant(byOwner, "by root", by("root")), ...refusals(byOwner, [byAnother, ...rules])],
  }
}

const netuid = SUBNET
const alphaValues = { netuid, alpha_low: 20_000, alpha_high: 60_000 }

/** `sudo_set_alpha_values` is for owners alone. */
function alphaValuesSuite(): Suite {
  const call = AdminUtilsCalls.sudo_set_alpha_values
  const sets = accepted(
    "by the owner",
    ["hyperparameters-21"],
    blockOn(ownedSubnet(), [callBy(signed(owner), call, alphaValues)], NOW),
  )
  return {
    ...named(call),
    scenarios: [
      sets,
      ...refusals(
        sets,
        [
          { name: "by root", change: by("root"), error: "BadOrigin" },
          {
            name: "while liquid alpha is off",
            change: stored((state) => LiquidAlphaOn.set(state, SUBNET, false)),
            error: "SubtensorModule.LiquidAlphaDisabled",
          },
          wrong("with too low an upper end", "alpha_high", "52427", "SubtensorModule.AlphaHighTooLow"),
          wrong("with a lower end of zero", "alpha_low", "0", "SubtensorModule.AlphaLowOutOfRange"),
        ].map((rule) => ({ ...rule, clauses: ["hyperparameters-21"] })),
      ),
      ...refusals(sets, [
        {
          ...wrong("with a lower end above four fifths", "alpha_low", "52429", "SubtensorModule.AlphaLowOutOfRange"),
          clauses: ["hyperparameters-21"],
        },
      ]),
    ],
  }
}

const ofRao = (rule: BrokenRule, clause: string): BrokenRule => ({ ...rule, clauses: [clause] })
const belowLeast = ofRao(
  wrong("below the least", "activity_cutoff", "359", "SubtensorModule.ActivityCutoffTooLow"),
  "hyperparameters-21",
)
const tooSoon: BrokenRule = {
  name: "one block too soon after the last change",
  change: stored((state) => TransactionKeyLastBlock.set(state, owner, SUBNET, SET_WEIGHTS_VERSION, NOW - 499n)),
  error: "SubtensorModule.TxRateLimitExceeded",
}

const ownerSuites: readonly Suite[] = [
  ofOwner(AdminUtilsCalls.sudo_set_kappa, { netuid, kappa: 30_000 }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_rho, { netuid, rho: 12 }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_activity_cutoff, { netuid, activity_cutoff: 360 }, [noSubnet, belowLeast]),
  ofOwner(AdminUtilsCalls.sudo_set_bonds_moving_average, { netuid, bonds_moving_average: 800_000n }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_bonds_penalty, { netuid, bonds_penalty: 7 }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_liquid_alpha_enabled, { netuid, enabled: false }),
  alphaValuesSuite(),
  ofOwner(AdminUtilsCalls.sudo_set_max_difficulty, { netuid, max_difficulty: 9n }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_max_burn, { netuid, max_burn: tao(2) }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_adjustment_alpha, { netuid, adjustment_alpha: 9n }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_immunity_period, { netuid, immunity_period: 9 }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_network_registration_allowed, { netuid, registration_allowed: false }),
  ofOwner(AdminUtilsCalls.sudo_set_network_pow_registration_allowed, { netuid, registration_allowed: true }),
  ofOwner(AdminUtilsCalls.sudo_set_serving_rate_limit, { netuid, serving_rate_limit: 9n }),
  ofOwner(AdminUtilsCalls.sudo_set_weights_version_key, { netuid, weights_version_key: 9n }, [noSubnet, tooSoon]),
  ofOwner(AdminUtilsCalls.sudo_set_max_weight_limit, { netuid, max_weight_limit: 9 }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_min_allowed_weights, { netuid, min_allowed_weights: 9 }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_commit_reveal_weights_enabled, { netuid, enabled: true }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_commit_reveal_weights_interval, { netuid, interval: 9n }, [noSubnet]),
  ofOwner(AdminUtilsCalls.sudo_set_toggle_transfer, { netuid, toggle: false }),
]

const moreValidators = ofRao(
  wrong("above the uids", "max_allowed_validators", "11", "AdminUtils.MaxValidatorsLargerThanMaxUIds"),
  "hyperparameters-22",
)
const fewerUids = ofRao(
  wrong("as many as there are", "max_allowed_uids", "3", "AdminUtils.MaxAllowedUIdsLessThanCurrentUIds"),
  "hyperparameters-22",
)

const rootSuites: readonly Suite[] = [
  ofRoot(AdminUtilsCalls.sudo_set_tempo, { netuid, tempo: 99 }, [noSubnet]),
  ofRoot(AdminUtilsCalls.sudo_set_max_allowed_uids, { netuid, max_allowed_uids: 4 }, [noSubnet, fewerUids]),
  ofRoot(AdminUtilsCalls.sudo_set_max_allowed_validators, { netuid, max_allowed_validators: 10 }, [
    noSubnet,
    moreValidators,
  ]),
  ofRoot(AdminUtilsCalls.sudo_set_min_difficulty, { netuid, min_difficulty: 9n }, [noSubnet]),
  ofRoot(AdminUtilsCalls.sudo_set_difficulty, { netuid, difficulty: 9n }, [noSubnet]),
  ofRoot(AdminUtilsCalls.sudo_set_min_burn, { netuid, min_burn: rao(9) }, [noSubnet]),
  ofRoot(AdminUtilsCalls.sudo_set_target_registrations_per_interval, { netuid, target_registrations_per_interval: 9 }, [
    noSubnet,
  ]),
  ofRoot(AdminUtilsCalls.sudo_set_max_registrations_per_block, { netuid, max_registrations_per_block: 9 }, [noSubnet]),
  ofRoot(AdminUtilsCalls.sudo_set_network_max_stake, { netuid, max_stake: 9n }),
  ofRoot(AdminUtilsCalls.sudo_set_total_issuance, { total_issuance: tao(9) }),
  ofRoot(AdminUtilsCalls.sudo_set_subnet_limit, { max_subnets: 9 }),
  ofRoot(AdminUtilsCalls.sudo_set_coldkey_swap_schedule_duration, { duration: 9 }),
  ofRoot(AdminUtilsCalls.sudo_set_evm_chain_id, { chain_id: 9n }),
]

const runWith = accepted(
  "by the owner",
  ["hyperparameters-23"],
  blockOn(
    ownedSubnet(),
    [callBy(signed(owner), AdminUtilsCalls.sudo_set_subnet_owner_hotkey, { netuid, hotkey: validator1 })],
    NOW,
  ),
)

/** Alice's 50 alpha are the smallest nomination, and then carol's. */
const nominated = accepted(
  "raised above some nominations",
  ["hyperparameters-24", "staking-71"],
  blockOn(raoPlaces().stake(SUBNET, validator2, bob, alpha(60)), [
    callBy("root", AdminUtilsCalls.sudo_set_nominator_min_required_stake, { min_stake: alpha(55) }),
  ]),
)

/** The setters of fork rao that are not as in the newer one. */
export const raoSetterSuites: readonly Suite[] = [
  ...ownerSuites,
  ...rootSuites,
  {
    ...named(AdminUtilsCalls.sudo_set_subnet_owner_hotkey),
    scenarios: [runWith, ...refusals(runWith, [{ name: "by root", change: by("root"), error: "BadOrigin" }])],
  },
  {
    ...named(AdminUtilsCalls.sudo_set_nominator_min_required_stake),
    scenarios: [
      nominated,
      variant(
        nominated,
        "raised, where the pool is too poor to pay",
        stored((state) => SubnetTAO.set(state, SUBNET, rao(10_000_000))),
        ["staking-71", "staking-70"],
      ),
      variant(
        nominated,
        "lowered",
        stored((state) => NominatorMinRequiredStake.set(state, alpha(56))),
      ),
      ...refusals(nominated, [{ name: "by a signer", change: by(signed(owner)), error: "BadOrigin" }]),
    ],
  },
]
