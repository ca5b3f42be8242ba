import fc from "fast-check"
import type { BlockRequest, Step } from "../../reference/interface/modelSession.js"
import { isJsonObject, type Json, type TypeDescription } from "../../reference/interface/valueType.js"
import { calls } from "../../reference/state/calls.js"
import { typeArbitrary } from "../../vectors/generators/functions/typeArbitrary.js"
import { INITIALIZE } from "../../vectors/generators/scenarios/situation.js"
import { declaredCalls, isServed } from "../clauses/callCoverage.js"
import { callNamed } from "../invariants/randomRun.js"
import type { Vector } from "../runner/vector.js"
import type { BlocksCase } from "./fuzzCase.js"
import { mutatedValue } from "./mutatedValue.js"
import { mutatedState } from "./storageEntries.js"

const MOST_CHANGES = 3
const LAST_BLOCK = 2n ** 32n - 1n

type CallStep = Extract<Step, { readonly call: Json }>
type Change = fc.Arbitrary<BlocksCase>

const argumentTypes: ReadonlyMap<string, TypeDescription> = new Map(
  Object.values(calls)
    .flatMap((ofPallet) => Object.values(ofPallet))
    .map(({ pallet, name, arguments: { describe } }) => [`${pallet}.${name}`, describe]),
)

/** What a call's arguments are; undefined when it is no call that the chain has. */
export function argumentsOf(call: Json): readonly [name: string, values: Json, type: TypeDescription] | undefined {
  const [name, values] = isJsonObject(call) ? (Object.entries(call)[0] ?? []) : []
  const type = name === undefined ? undefined : argumentTypes.get(name)
  return name === undefined || values === undefined || type === undefined ? undefined : [name, values, type]
}

function mutatedCall(step: CallStep): fc.Arbitrary<Step> {
  const made = argumentsOf(step.call)
  if (made === undefined) return fc.constant(step)
  const [name, values, type] = made
  return mutatedValue(type, values, typeArbitrary).map((changed) => ({ ...step, call: { [name]: changed } }))
}

function ownCall(): fc.Arbitrary<Json> {
  return fc.constantFrom(...declaredCalls.filter(isServed)).chain(callNamed)
}

/** A call in place of this one, by the same origin or by whoever is mostly asked. */
function mutatedStep(step: Step): fc.Arbitrary<Step> {
  if (!("call" in step)) return fc.constant(step)
  return fc.oneof(
    { weight: 8, arbitrary: mutatedCall(step) },
    { weight: 1, arbitrary: ownCall().map((call) => ({ ...step, call })) },
    { weight: 1, arbitrary: fc.constantFrom<Json>("root", "none").map((origin) => ({ ...step, origin })) },
  )
}

function withSteps(one: BlocksCase, index: number, steps: readonly Step[]): BlocksCase {
  const block = one.blocks[index]
  return block === undefined ? one : { ...one, blocks: one.blocks.with(index, { ...block, steps }) }
}

function changedSteps(one: BlocksCase, index: number, { steps }: BlockRequest): Change {
  const added = fc.constant(withSteps(one, index, steps[0] === undefined ? [INITIALIZE] : [INITIALIZE, ...steps]))
  if (steps.length === 0) return added
  const place = fc.nat(steps.length - 1)
  const changed = place.chain((at) =>
    mutatedStep(steps[at] ?? INITIALIZE).map((step) => withSteps(one, index, steps.with(at, step))),
  )
  const repeated = place.map((at) => withSteps(one, index, [...steps, steps[at] ?? INITIALIZE]))
  return fc.oneof(
    { weight: 8, arbitrary: changed },
    { weight: 2, arbitrary: repeated },
    { weight: 1, arbitrary: added },
  )
}

/** The same in a block some numbers later or earlier. */
function movedBlocks(one: BlocksCase): Change {
  return fc.constantFrom(-1n, 1n, 10n, 360n, 7_200n).map((by) => ({
    ...one,
    blocks: one.blocks.map((block) => {
      const number = BigInt(block.blockNumber) + by
      return { ...block, blockNumber: (number < 1n ? 1n : number > LAST_BLOCK ? LAST_BLOCK : number).toString() }
    }),
  }))
}

function changed(fork: string, one: BlocksCase): Change {
  const state = mutatedState(fork, one.state, typeArbitrary).map((other) => ({ ...one, state: other }))
  const steps = fc.nat(Math.max(0, one.blocks.length - 1)).chain((index) => {
    const block = one.blocks[index]
    return block === undefined ? fc.constant(one) : changedSteps(one, index, block)
  })
  return fc.oneof(
    { weight: 6, arbitrary: steps },
    { weight: 3, arbitrary: state },
    { weight: 1, arbitrary: movedBlocks(one) },
  )
}

function changedTimes(fork: string, one: BlocksCase, times: number): Change {
  return times === 0 ? fc.constant(one) : changed(fork, one).chain((next) => changedTimes(fork, next, times - 1))
}

/** The state and blocks of a vector; undefined for those of functions. */
function caseOf(vector: Vector): BlocksCase | undefined {
  if (vector.kind === "function") return undefined
  const { chapter } = vector
  if (vector.kind === "trace") return { kind: "blocks", chapter, ...vector.input }
  const { state, ...block } = vector.input
  return { kind: "blocks", chapter, state, blocks: [block] }
}

/** States and blocks of vectors of the fork with a few changes; undefined when there are none. */
export function mutatedBlocks(fork: string, vectors: readonly Vector[]): fc.Arbitrary<BlocksCase> | undefined {
  const cases = vectors.map(caseOf).filter((one) => one !== undefined)
  if (cases.length === 0) return undefined
  return fc.tuple(fc.nat(cases.length - 1), fc.integer({ min: 1, max: MOST_CHANGES })).chain(([index, times]) => {
    const one = cases[index]
    if (one === undefined) throw new Error("there is no such vector")
    return changedTimes(fork, one, times)
  })
}
