import type { Hyperparameter } from "../../../../../reference/hyperparameters/rateLimits.js"
import type { Json } from "../../../../../reference/interface/valueType.js"
import type { CallDeclaration } from "../../../../../reference/state/call.js"
import { ROOT } from "../../../../../reference/state/primitives.js"
import type { State } from "../../../../../reference/state/state.js"
import {
  LastEpochBlock,
  LastRateLimitedBlock,
  NetworksAdded,
  PendingEpochAt,
  SubnetOwner,
  SubnetworkN,
  Tempo,
  TransactionKeyLastBlock,
} from "../../../../../reference/state/storage/subtensorModule.js"
import { alice, owner } from "../../accounts.js"
import { SUBNET } from "../../market.js"
import { Network } from "../../network.js"
import { argument, blockOn, by, type Change, callBy, signed, stored } from "../../situation.js"
import { accepted, type BrokenRule, refusals, type Scenario, type Suite, variant } from "../../suite.js"

/** The block in which hyperparameters are set, 100 blocks after the subnet's last epoch. */
const NOW = 100_000n

/** How long an owner waits between two changes: the blocks, and where the last change is written down. */
export interface Wait {
  readonly blocks: bigint
  record(state: State, block: bigint): void
}

/** The wait of most hyperparameters: two tempos. */
export function waitOf(name: Hyperparameter): Wait {
  return {
    blocks: 720n,
    record: (state, block) =>
      LastRateLimitedBlock.set(state, { type: "OwnerHyperparamUpdate", value: [SUBNET, name] }, block),
  }
}

/** The wait of what is counted among the owner's transactions of a kind. */
export function waitOfTransaction(code: number, blocks: bigint): Wait {
  return { blocks, record: (state, block) => TransactionKeyLastBlock.set(state, owner, SUBNET, code, block) }
}

/** A scenario that is accepted as well, and how it differs from the usual one. */
export type Variant = readonly [name: string, change: Change]

/** What is to be shown of a setter, beside that it sets. */
export interface SetterTerms {
  readonly clause: string
  /** For an owner's setter without a limit "none". Setters that only root may call have none of these. */
  readonly wait?: Wait | "none"
  /** In the order in which the setter checks. */
  readonly rules?: readonly BrokenRule[]
  /** Rules that hold for root's call too, but that a call by an owner can't break alone. */
  readonly rulesOfRoot?: readonly BrokenRule[]
  readonly variants?: readonly Variant[]
  /** What else comes of the call by root. */
  readonly others?: (sets: Scenario) => readonly Scenario[]
  /** What else is in storage. */
  readonly store?: (state: State) => void
}

/** A subnet with an owner, three neurons and nothing else. */
export function ownedSubnet(): Network {
  return new Network().store((state) => {
    NetworksAdded.set(state, SUBNET, true)
    SubnetOwner.set(state, SUBNET, owner)
    SubnetworkN.set(state, SUBNET, 3)
    for (const netuid of [ROOT, SUBNET]) {
      Tempo.set(state, netuid, 360)
      LastEpochBlock.set(state, netuid, NOW - 100n)
    }
  })
}

/** A subnet that is not there. */
export const noSubnet: BrokenRule = {
  name: "on a subnet that is not there",
  change: stored((state) => NetworksAdded.remove(state, SUBNET)),
  error: "AdminUtils.SubnetDoesNotExist",
}

/** Root, where a hyperparameter has no meaning. */
export const onRoot: BrokenRule = {
  name: "on root",
  change: argument("netuid", "0"),
  error: "AdminUtils.NotPermittedOnRootSubnet",
}

/** The window before an epoch. */
export const frozen: BrokenRule = {
  name: "while an epoch is pending",
  change: stored((state) => PendingEpochAt.set(state, SUBNET, NOW + 1n)),
  error: "SubtensorModule.AdminActionProhibitedDuringWeightsWindow",
  clauses: ["hyperparameters-02"],
}

/** An argument that is out of bounds, or does not suit what is stored. */
export function wrong(name: string, argumentName: string, value: Json, error: string): BrokenRule {
  return { name, change: argument(argumentName, value), error, clauses: ["hyperparameters-08", "hyperparameters-04"] }
}

function scenariosOfRoot(sets: Scenario, { rules = [], rulesOfRoot = [], variants = [] }: SetterTerms) {
  const bySigner: BrokenRule = { name: "by a signer", change: by(signed(owner)), error: "BadOrigin" }
  return [
    sets,
    ...variants.map(([name, change]) => variant(sets, name, change)),
    ...refusals(sets, [bySigner, ...rules, ...rulesOfRoot]),
  ]
}

function scenariosOfOwner(sets: Scenario, terms: SetterTerms): readonly Scenario[] {
  const { wait, rules = [], rulesOfRoot = [], variants = [] } = terms
  const byOwner = accepted("by the owner", sets.clauses, by(signed(owner))(sets.situation))
  const byAnother: BrokenRule = { name: "by somebody else", change: by(signed(alice)), error: "BadOrigin" }
  const others = [...variants.map(([name, change]) => variant(sets, name, change)), ...refusals(sets, rulesOfRoot)]
  if (wait === undefined || wait === "none") {
    return [sets, byOwner, ...others, ...refusals(byOwner, [byAnother, frozen, ...rules])]
  }
  const waited = variant(
    byOwner,
    "by an owner who waited just long enough",
    stored((state) => wait.record(state, NOW - wait.blocks)),
  )
  const tooSoon: BrokenRule = {
    name: "one block too soon after the last change",
    change: stored((state) => wait.record(state, NOW - wait.blocks + 1n)),
    error: "SubtensorModule.TxRateLimitExceeded",
    clauses: ["hyperparameters-03"],
  }
  return [sets, byOwner, waited, ...others, ...refusals(waited, [byAnother, tooSoon, frozen, ...rules])]
}

/** Every scenario of a setter: who may call it, when, and what it takes. */
export function setterSuite<Values>(call: CallDeclaration<Values>, values: Values, terms: SetterTerms): Suite {
  const network = ownedSubnet().store(terms.store ?? (() => {}))
  const name = `${call.pallet}.${call.name}`
  const clauses = [terms.clause, "hyperparameters-04"]
  const sets = accepted("by root", clauses, blockOn(network, [callBy("root", call, values)], NOW))
  const usual = terms.wait === undefined ? scenariosOfRoot(sets, terms) : scenariosOfOwner(sets, terms)
  const scenarios = [...usual, ...(terms.others?.(sets) ?? [])]
  return { chapter: "hyperparameters", name, title: name, scenarios }
}
