import { forkTable } from "../../reference/forks/forkTable.js"
import type { BlockRequest, Step } from "../../reference/interface/modelSession.js"
import { sessionOn } from "../../reference/interface/openSession.js"
import { stateFromJson, stateToJson } from "../../reference/interface/stateJson.js"
import { watch } from "../../vectors/generators/scenarios/cuts/watchedState.js"
import type { BlocksCase } from "./fuzzCase.js"
import { argumentsOf } from "./mutatedBlocks.js"
import { fromList, inListedStages, mapped, type Simplifier, shorterLists, simplerMembers } from "./simpler.js"
import { simplerValues } from "./simplerValues.js"
import { simplerStates } from "./storageEntries.js"

/** The case with only the storage that the model touches, if that is less. */
function touchedState(fork: string, one: BlocksCase): readonly BlocksCase[] {
  const rules = forkTable.get(fork)
  if (rules === undefined) return []
  const { state, touched } = watch(stateFromJson(rules.runtime.storage, one.state))
  const session = sessionOn(rules, state)
  for (const block of one.blocks) session.step(block)
  const only = stateToJson(touched())
  return JSON.stringify(only).length < JSON.stringify(one.state).length ? [{ ...one, state: only }] : []
}

function fewerSteps(block: BlockRequest): Simplifier<BlockRequest> {
  return mapped(notEmpty(shorterLists(block.steps)), (steps) => ({ ...block, steps }))
}

function simplerStep(step: Step): Simplifier<Step> {
  const made = "call" in step ? argumentsOf(step.call) : undefined
  if (made === undefined || !("call" in step)) return () => []
  const [name, values, type] = made
  return mapped(simplerValues(type, values), (simpler) => ({ ...step, call: { [name]: simpler } }))
}

function simplerSteps(block: BlockRequest): Simplifier<BlockRequest> {
  return mapped(simplerMembers(block.steps, simplerStep), (steps) => ({ ...block, steps }))
}

function notEmpty<T>(lists: Simplifier<readonly T[]>): Simplifier<readonly T[]> {
  return function* (from) {
    for (const shorter of lists(from)) if (shorter.value.length > 0) yield shorter
  }
}

/** Cases with fewer blocks, fewer steps, less storage, and then with simpler calls and values. */
export function simplerBlocks(fork: string, one: BlocksCase): Simplifier<BlocksCase> {
  const withBlocks = (blocks: Simplifier<readonly BlockRequest[]>) =>
    mapped(blocks, (others) => ({ ...one, blocks: others }))
  return inListedStages<BlocksCase>([
    withBlocks(notEmpty(shorterLists(one.blocks))),
    withBlocks(simplerMembers(one.blocks, fewerSteps)),
    (from) => fromList(touchedState(fork, one))(from),
    mapped(simplerStates(fork, one.state), (state) => ({ ...one, state })),
    withBlocks(simplerMembers(one.blocks, simplerSteps)),
  ])
}
