import { balancerConstants } from "../forks/balancerConstants.js"
import { balancerRules } from "../forks/balancerRules.js"
import type { Fork } from "../forks/fork.js"
import { raoConstants } from "../forks/raoConstants.js"
import { raoRules } from "../forks/raoRules.js"
import { Chain } from "../state/chain.js"
import type { DepositedEvent } from "../state/event.js"
import { hash } from "../state/primitives.js"
import { raoRuntime } from "../state/rao/runtime.js"
import { balancerRuntime } from "../state/runtime.js"
import { type Fields, type StructOf, struct } from "./compositeTypes.js"
import { type PublicFunction, publicFunction } from "./publicFunction.js"
import { stateFromJson, storageJson } from "./stateJson.js"
import { excerpt, isJsonObject, type Json, type JsonObject, ValueError, type ValueType } from "./valueType.js"
import { u32, vector } from "./valueTypes.js"

const STORAGE_SCHEMA: JsonObject = { type: "object", additionalProperties: { type: "object" } }

/** A JSON object that is taken and given as it is: storage, by item and key, or an event by its name. */
const asItIs: ValueType<JsonObject> = {
  describe: { kind: "struct", fields: {} },
  schema: STORAGE_SCHEMA,
  toJson: (value) => value,
  fromJson: (json: Json, path = "value") => {
    if (!isJsonObject(json)) throw new ValueError(path, `${excerpt(json)} is not an object`)
    return json
  },
}

/** A fork as a rule sees it that is asked on its own: its constants and storage, and no calls. */
function alone(fork: Pick<Fork, "name" | "specVersion" | "constants" | "runtime" | "rules">): Fork {
  const nothing = { guards: [], initializeBlock: () => {}, finalizeBlock: () => {} }
  return { ...fork, calls: new Map(), callFilter: () => true, ...nothing }
}

const balancer = alone({
  name: "balancer",
  specVersion: 425,
  constants: balancerConstants,
  runtime: balancerRuntime,
  rules: balancerRules,
})
const rao = alone({ name: "rao", specVersion: 261, constants: raoConstants, runtime: raoRuntime, rules: raoRules })

/** The forks whose rules are asked on their own. */
const FORKS = { balancer, rao }

/** What a rule that works on the chain's storage needs besides its own parameters. */
const context = { state: asItIs, blockNumber: u32 }
const contextType = struct(context)
const PARENT = hash(`0x${"00".repeat(32)}`)

/** A rule that reads and writes the chain's storage. */
export interface StateFunctionDeclaration<Parameters extends Fields, Result> {
  readonly name: string
  readonly clauses: readonly string[]
  /** The fork whose rule it is, if not the newest. */
  readonly fork?: keyof typeof FORKS
  /** None may be called `state` or `blockNumber`. */
  readonly parameters: Parameters
  readonly result: ValueType<Result>
  readonly run: (chain: Chain, input: StructOf<Parameters>) => Result
}

/** The fields of a JSON object that have these names. */
function pick(json: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, json[name] ?? null]))
}

function chainOf(fork: Fork, { state, blockNumber }: StructOf<typeof context>): Chain {
  const block = { number: BigInt(blockNumber), parentHash: PARENT, author: undefined }
  return new Chain(fork, stateFromJson(fork.runtime.storage, state), block)
}

function eventJson({ declaration: { pallet, name, fields: type }, fields }: DepositedEvent): JsonObject {
  return { [`${pallet}.${name}`]: type.toJson(fields) }
}

/**
 * Declares a rule that works on the chain's storage and that no call of the fork reaches by itself: its input is a
 * state, the number of the block and its parameters; its answer what it gives, the storage that it changed, and the
 * events that it deposited.
 */
export function stateFunction<Parameters extends Fields, Result>(
  declaration: StateFunctionDeclaration<Parameters, Result>,
): PublicFunction {
  const fork = FORKS[declaration.fork ?? "balancer"]
  const ownType = struct(declaration.parameters)
  const parameters = { ...context, ...declaration.parameters }
  const inputType = struct<Fields>(parameters)
  return publicFunction({
    name: declaration.name,
    clauses: declaration.clauses,
    forks: [fork.name],
    parameters,
    result: struct({ result: declaration.result, changes: asItIs, events: vector(asItIs) }),
    run: (input) => {
      const json = inputType.toJson(input)
      const chain = chainOf(fork, contextType.fromJson(pick(json, Object.keys(context))))
      const mark = chain.state.mark()
      const own = ownType.fromJson(pick(json, Object.keys(declaration.parameters)))
      const result = declaration.run(chain, own)
      const changes = storageJson(fork.runtime.storage, chain.state.changesSince(mark))
      return { result, changes, events: chain.takeEvents().map(eventJson) }
    },
  })
}
