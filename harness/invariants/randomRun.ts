import fc from "fast-check"
import { balancer } from "../../reference/forks/balancer.js"
import { originFromJson } from "../../reference/interface/openSession.js"
import type { Json } from "../../reference/interface/valueType.js"
import { Chain } from "../../reference/state/chain.js"
import { runtimeCall } from "../../reference/state/runtimeCall.js"
import type { State } from "../../reference/state/state.js"
import * as accounts from "../../vectors/generators/scenarios/accounts.js"
import { parentHashOf } from "../../vectors/generators/scenarios/situation.js"
import { declaredCalls, isServed } from "../clauses/callCoverage.js"
import { type Acceptance, countCall } from "./acceptance.js"
import { Choices } from "./choices.js"
import type { Invariant } from "./invariant.js"
import { type RandomCall, randomCall, wildCall } from "./randomCall.js"
import { startOfRuns } from "./startOfRuns.js"
import { InvariantBroken, WatchedChain } from "./watchedChain.js"
import type { World } from "./world.js"

/**
 * What is to happen next in a run: a call, made up from numbers when its turn comes, or some blocks that pass with
 * nothing in them.
 */
export type Plan = { readonly call: string; readonly numbers: readonly number[] } | { readonly blocks: number }

/** What has happened in a run. */
export type Happening = RandomCall | { readonly blocks: number }

/** The block before the first of a run: late enough that limits on the blocks between two swaps let the first pass. */
export const BLOCK_BEFORE = 9_999n
const MOST_BLOCKS = 12
const MOST_HAPPENINGS = 120
const NUMBERS_OF_A_CALL = 16
const MOST = 2 ** 32 - 1

/** What people do all day: made as often as all other calls together. */
export const USUAL_CALLS: readonly string[] = [
  "SubtensorModule.add_stake",
  "SubtensorModule.remove_stake",
  "SubtensorModule.move_stake",
  "SubtensorModule.swap_stake",
  "SubtensorModule.transfer_stake",
  "SubtensorModule.unstake_all",
  "SubtensorModule.burned_register",
  "SubtensorModule.root_register",
  "SubtensorModule.set_weights",
  "SubtensorModule.commit_weights",
  "SubtensorModule.set_children",
  "SubtensorModule.lock_stake",
  "SubtensorModule.swap_hotkey",
  "SubtensorModule.claim_root",
  "SubtensorModule.register_network",
  "Balances.transfer_allow_death",
]

/** Numbers that decide about a call. To find a shorter run, each is only tried as 0: what it decides has no size. */
const numbers = fc.array(fc.option(fc.noShrink(fc.noBias(fc.nat({ max: MOST }))), { nil: 0, freq: MOST }), {
  minLength: NUMBERS_OF_A_CALL,
  maxLength: NUMBERS_OF_A_CALL,
})

function oneOfCalls(names: readonly string[]): fc.Arbitrary<Plan> {
  return fc.record({ call: fc.constantFrom(...names), numbers })
}

/** Calls that are made only when there is something to make them of, as an announcement, which is seldom. */
const SELDOM_POSSIBLE: readonly string[] = [
  "SubtensorModule.reveal_weights",
  "SubtensorModule.reveal_mechanism_weights",
  "SubtensorModule.batch_reveal_weights",
  "SubtensorModule.swap_coldkey_announced",
  "SubtensorModule.clear_coldkey_swap_announcement",
  "SubtensorModule.reset_coldkey_swap",
  "SubtensorModule.move_lock",
  "SubtensorModule.start_call",
  "SubtensorModule.disable_voting_power_tracking",
  "AdminUtils.sudo_set_alpha_values",
]

/** Calls of every kind, and blocks. */
export const plans: fc.Arbitrary<readonly Plan[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: oneOfCalls(USUAL_CALLS) },
    { weight: 4, arbitrary: oneOfCalls(declaredCalls.filter(isServed)) },
    { weight: 2, arbitrary: oneOfCalls(SELDOM_POSSIBLE) },
    { weight: 2, arbitrary: fc.record({ blocks: fc.integer({ min: 1, max: MOST_BLOCKS }) }) },
  ),
  { maxLength: MOST_HAPPENINGS, size: "max" },
)

/** What runs came to. */
export interface RunCounts {
  blocks: number
  /** By the names of the calls. */
  readonly calls: Map<string, Acceptance>
}

/** What came of a run. */
export interface RunOutcome {
  readonly happenings: readonly Happening[]
  readonly broken?: InvariantBroken
}

/** One chain from the start of runs on. */
class Run {
  readonly happenings: Happening[] = []
  readonly #counts: RunCounts
  readonly #state: State = startOfRuns()
  readonly #watched: WatchedChain
  readonly #hidden: World["hidden"] = new Map()
  #number = BLOCK_BEFORE

  constructor(counts: RunCounts, invariants: readonly Invariant[]) {
    this.#counts = counts
    this.#watched = new WatchedChain(this.#state, invariants)
  }

  passBlocks(blocks: number): void {
    this.happenings.push({ blocks })
    for (let left = blocks; left > 0; left--) {
      this.#number++
      this.#watched.begin(this.#block())
      this.#watched.initialize()
      this.#counts.blocks++
    }
  }

  makeCall(name: string, numbers: readonly number[]): void {
    const chain = new Chain(balancer, this.#state, this.#block())
    const made = randomCall(name, { chain, choose: new Choices(numbers), hidden: this.#hidden })
    if (made === undefined) return
    this.happenings.push(made)
    const answer = this.#watched.call(originFromJson(made.origin, "origin"), runtimeCall.fromJson(made.call))
    countCall(this.#counts.calls, name, answer)
  }

  #block() {
    return { number: this.#number, parentHash: parentHashOf(this.#number), author: accounts.author }
  }
}

/**
 * Lets it all happen, one after the other, and checks after every step.
 *
 * @returns what happened, and how it broke an invariant, if it did
 */
export function run(list: readonly Plan[], counts: RunCounts, invariants: readonly Invariant[]): RunOutcome {
  const run = new Run(counts, invariants)
  try {
    run.passBlocks(1)
    for (const plan of list) {
      if ("blocks" in plan) run.passBlocks(plan.blocks)
      else run.makeCall(plan.call, plan.numbers)
    }
    return { happenings: run.happenings }
  } catch (thrown) {
    if (thrown instanceof InvariantBroken) return { happenings: run.happenings, broken: thrown }
    throw thrown
  }
}

/** Runs as they would happen. */
export const happenings: fc.Arbitrary<readonly Happening[]> = plans.map(
  (list) => run(list, { blocks: 0, calls: new Map() }, []).happenings,
)

/** Calls of this name as they could be made at the start of a run, or with arguments of every kind. */
export function callNamed(name: string): fc.Arbitrary<Json> {
  const block = { number: BLOCK_BEFORE, parentHash: parentHashOf(BLOCK_BEFORE), author: accounts.author }
  const chain = new Chain(balancer, startOfRuns(), block)
  const world = (drawn: readonly number[]) => ({ chain, choose: new Choices(drawn), hidden: new Map() })
  return numbers.map((drawn) => (randomCall(name, world(drawn)) ?? wildCall(name, world(drawn))).call)
}
