import type { BlockRequest, Step } from "../../../reference/interface/modelSession.js"
import { stateToJson } from "../../../reference/interface/stateJson.js"
import { isJsonObject, type Json, type JsonObject } from "../../../reference/interface/valueType.js"
import type { CallDeclaration } from "../../../reference/state/call.js"
import { type AccountId, type Hash, hash } from "../../../reference/state/primitives.js"
import type { State } from "../../../reference/state/state.js"
import { author } from "./accounts.js"
import type { Network } from "./network.js"

/** A chain, and one block that is about to happen on it. Situations are never changed: a changed one is another. */
export interface Situation {
  readonly state: State
  readonly blockNumber: bigint
  readonly parentHash: Hash
  readonly author: AccountId | undefined
  readonly steps: readonly Step[]
}

/** One difference to a situation. */
export type Change = (situation: Situation) => Situation

/** The input of a transition vector. */
export type TransitionInput = BlockRequest & { readonly state: JsonObject }

/** The hash of a block's parent, which nothing but the automatic root claim reads. */
export function parentHashOf(blockNumber: bigint): Hash {
  return hash(`0x${blockNumber.toString(16).padStart(16, "0").repeat(4)}`)
}

/** The block in which calls happen, unless a scenario says otherwise. */
export const USUAL_BLOCK = 1_000n

/** A block on a network, by `author`. */
export function blockOn(network: Network, steps: readonly Step[], blockNumber = USUAL_BLOCK): Situation {
  network.state.forgetHistory()
  return { state: network.state, blockNumber, parentHash: parentHashOf(blockNumber), author, steps }
}

/** A signature as the origin of a call. */
export function signed(account: AccountId): Json {
  return { signed: account }
}

/** A call by an origin. */
export function callBy<Arguments>(origin: Json, declaration: CallDeclaration<Arguments>, values: Arguments): Step {
  return { origin, call: { [`${declaration.pallet}.${declaration.name}`]: declaration.arguments.toJson(values) } }
}

/** The block step. */
export const INITIALIZE: Step = { initialize: true }

/** The situation as the input of a vector. */
export function inputOf({ state, blockNumber, parentHash, author: by, steps }: Situation): TransitionInput {
  return {
    state: stateToJson(state),
    blockNumber: blockNumber.toString(),
    parentHash,
    blockAuthor: by ?? null,
    steps,
  }
}

/** The same with other storage. */
export function stored(write: (state: State) => void): Change {
  return (situation) => {
    const state = situation.state.fork()
    write(state)
    state.forgetHistory()
    return { ...situation, state }
  }
}

/** The same with another argument of the last call. */
export function argument(name: string, value: Json): Change {
  return changeLastCall(({ origin, call }) => {
    const [called, values] = isJsonObject(call) ? (Object.entries(call)[0] ?? []) : []
    if (called === undefined || !isJsonObject(values) || !(name in values)) {
      throw new Error(`the call has no argument ${name}`)
    }
    return { origin, call: { [called]: { ...values, [name]: value } } }
  })
}

/** The same with the last call made by another origin. */
export function by(origin: Json): Change {
  return changeLastCall(({ call }) => ({ origin, call }))
}

type CallStep = Extract<Step, { readonly call: Json }>

function changeLastCall(change: (step: CallStep) => CallStep): Change {
  return (situation) => {
    const step = situation.steps.at(-1)
    if (step === undefined || !("call" in step)) throw new Error("the last step is no call")
    return { ...situation, steps: [...situation.steps.slice(0, -1), change(step)] }
  }
}

/** The same in another block. */
export function inBlock(blockNumber: bigint): Change {
  return (situation) => ({ ...situation, blockNumber })
}

/** The same in a block that nobody authors. */
export const withoutAuthor: Change = (situation) => ({ ...situation, author: undefined })

/** Several differences, one after the other. */
export function all(...changes: readonly Change[]): Change {
  return (situation) => changes.reduce((before, change) => change(before), situation)
}
