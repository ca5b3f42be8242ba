import fc from "fast-check"
import { originFromJson } from "../../reference/interface/openSession.js"
import type { Json } from "../../reference/interface/valueType.js"
import { calls } from "../../reference/state/calls.js"
import { runtimeCall } from "../../reference/state/runtimeCall.js"
import * as accounts from "../../vectors/generators/scenarios/accounts.js"
import { parentHashOf } from "../../vectors/generators/scenarios/situation.js"
import { declaredCalls, isServed } from "../clauses/callCoverage.js"
import { arbitraryValue, type Familiar } from "./arbitraryValue.js"
import type { Invariant } from "./invariant.js"
import { startOfRuns } from "./startOfRuns.js"
import { WatchedChain } from "./watchedChain.js"

/** What happens next in a run: a call, or some blocks that pass with nothing in them. */
export type Happening = { readonly origin: Json; readonly call: Json } | { readonly blocks: number }

const FIRST_BLOCK = 1_000n
const MOST_BLOCKS = 15
const MOST_HAPPENINGS = 60

const coldkeys = [accounts.alice, accounts.bob, accounts.carol, accounts.owner]
const hotkeys = [
  accounts.ownerHotkey,
  accounts.validator1,
  accounts.validator2,
  accounts.miner1,
  accounts.miner2,
  accounts.stranger,
]
const people = [...coldkeys, ...hotkeys]

const familiar: Familiar = {
  accounts: people,
  fields: [
    [/netuid/, ["0", "1", "2"]],
    [/hotkey/, hotkeys],
    [/coldkey/, coldkeys],
    [/amount|alpha_unstaked/, ["1", "1000000000", "25000000000", "300000000000"]],
  ],
}

/** What people do all day: made as often as all other calls together. */
const USUAL_CALLS: readonly string[] = [
  "SubtensorModule.add_stake",
  "SubtensorModule.remove_stake",
  "SubtensorModule.move_stake",
  "SubtensorModule.swap_stake",
  "SubtensorModule.transfer_stake",
  "SubtensorModule.unstake_all",
  "SubtensorModule.burned_register",
  "SubtensorModule.root_register",
  "SubtensorModule.set_weights",
  "SubtensorModule.set_children",
  "SubtensorModule.swap_hotkey",
  "SubtensorModule.claim_root",
  "SubtensorModule.register_network",
  "Balances.transfer_allow_death",
]

const declarations = new Map(
  Object.values(calls)
    .flatMap((ofPallet) => Object.values(ofPallet))
    .map((declaration) => [`${declaration.pallet}.${declaration.name}`, declaration]),
)

/** A call of this name with arguments of every kind. */
export function callNamed(name: string): fc.Arbitrary<Json> {
  const declaration = declarations.get(name)
  if (declaration === undefined) throw new Error(`the chain has no call ${name}`)
  return arbitraryValue(declaration.arguments.describe, familiar).map((values) => ({ [name]: values }))
}

function oneOfCalls(names: readonly string[]): fc.Arbitrary<Happening> {
  return fc.oneof(...names.map((name) => fc.record({ origin: originsOf(name), call: callNamed(name) })))
}

const signed: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...coldkeys).map((account) => ({ signed: account })) },
  { weight: 1, arbitrary: fc.constantFrom(...hotkeys).map((account) => ({ signed: account })) },
)

/** Mostly who may make the call: root the calls that set hyperparameters, accounts the others. */
function originsOf(name: string): fc.Arbitrary<Json> {
  const root = fc.constant<Json>("root")
  const [usual, other] = /^AdminUtils|\.sudo_/.test(name) ? [root, signed] : [signed, root]
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other })
}

/** Calls of every kind, and blocks. */
export const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: oneOfCalls(USUAL_CALLS) },
    { weight: 4, arbitrary: oneOfCalls(declaredCalls.filter(isServed)) },
    { weight: 2, arbitrary: fc.record({ blocks: fc.integer({ min: 1, max: MOST_BLOCKS }) }) },
  ),
  { maxLength: MOST_HAPPENINGS, size: "max" },
)

/** What a run came to. */
export interface RunCounts {
  blocks: number
  calls: number
  refused: number
}

/** Lets it all happen, one after the other, and checks after every step. Throws an InvariantBroken. */
export function run(list: readonly Happening[], counts: RunCounts, invariants: readonly Invariant[]): void {
  const chain = new WatchedChain(startOfRuns(), invariants)
  let number = FIRST_BLOCK
  const nextBlock = () => {
    chain.begin({ number, parentHash: parentHashOf(number), author: accounts.author })
    chain.initialize()
    counts.blocks++
    number++
  }
  nextBlock()
  for (const happening of list) {
    if ("blocks" in happening) for (let left = happening.blocks; left > 0; left--) nextBlock()
    else countCall(chain.call(originFromJson(happening.origin, "origin"), runtimeCall.fromJson(happening.call)), counts)
  }
}

function countCall({ result }: { readonly result: unknown }, counts: RunCounts): void {
  counts.calls++
  if (result !== "ok") counts.refused++
}
