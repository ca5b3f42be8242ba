import { concatBytes } from "@noble/hashes/utils.js"
import { createDecoder, Option, u16, u64 } from "scale-ts"
import { Unsupported } from "../../reference/interface/modelSession.js"
import type { Answer } from "../../reference/interface/publicFunction.js"
import { excerpt, isJsonObject, type Json, type JsonObject, ValueError } from "../../reference/interface/valueType.js"
import type { Tolerances } from "../protocol/messages.js"
import { type ChainAccess, ChainRefusal } from "./chainAccess.js"

/** How one of the specification's functions is asked of a runtime: a state to load, a runtime API to call. */
interface RuntimeFunction {
  readonly api: string
  readonly state: (input: JsonObject) => JsonObject
  readonly parameters: (input: JsonObject) => Uint8Array
  /** Reads the answer of the API. Throws an Unsupported where it does not tell the result. */
  readonly answer: (bytes: Uint8Array, input: JsonObject) => Answer
  /** How far its answers may be from the function's, where the API rounds; exact when left out. */
  readonly tolerances?: Tolerances
}

/** The subnet whose pool a function of numbers is asked of. */
const NETUID = 1
const DYNAMIC = "1"

function textOf(input: JsonObject, name: string): string {
  const value = input[name]
  if (typeof value !== "string")
    throw new ValueError(`input.${name}`, `${excerpt(value ?? null)} is not a decimal string`)
  return value
}

function stateOf(input: JsonObject): JsonObject {
  const { state = {} } = input
  if (!isJsonObject(state)) throw new ValueError("input.state", `${excerpt(state)} is not an object of storage items`)
  return state
}

/** A pool with the weight and reserves of the input that takes no fee. */
function poolOf(input: JsonObject): JsonObject {
  const of = (value: Json): JsonObject => ({ [NETUID]: value })
  return {
    "SubtensorModule.NetworksAdded": of(true),
    "SubtensorModule.SubnetMechanism": of(DYNAMIC),
    "SubtensorModule.SubnetAlphaIn": of(textOf(input, "alphaReserve")),
    "SubtensorModule.SubnetTAO": of(textOf(input, "taoReserve")),
    "Swap.PalSwapInitialized": of(true),
    "Swap.SwapBalancer": of({ quote: textOf(input, "quoteWeight") }),
    "Swap.FeeRate": of("0"),
  }
}

/** A price in rao per alpha as the API gives it: a whole number of rao, rounded down. */
const RAO = 1_000_000_000n
const FRACTION_BITS = 64n
const RAO_IN_UNITS = (1n << FRACTION_BITS) / RAO + 1n
const GREATEST_U64 = (1n << 64n) - 1n

function priceAnswer(bytes: Uint8Array, input: JsonObject): Answer {
  const rao = u64.dec(bytes)
  if (textOf(input, "alphaReserve") === "0") throw new Unsupported("the runtime has no price for a pool without alpha")
  if (rao === GREATEST_U64) throw new Unsupported("the price is more than the runtime API can tell")
  return { ok: String((rao << FRACTION_BITS) / RAO) }
}

/** The fields of the simulated swap that say what went in and what came out. */
const simulated = createDecoder((input) => ({ tao: u64.dec(input), alpha: u64.dec(input) }))

function swapAnswer(paidOut: "tao" | "alpha") {
  return (bytes: Uint8Array): Answer => {
    const swap = simulated(bytes)
    if (swap.tao === 0n && swap.alpha === 0n)
      throw new Unsupported("the runtime does not simulate a swap that it refuses")
    return { ok: String(swap[paidOut]) }
  }
}

function netuidAnd(amount: string) {
  return (input: JsonObject) => concatBytes(u16.enc(NETUID), u64.enc(BigInt(textOf(input, amount))))
}

const FUNCTIONS: Readonly<Record<string, RuntimeFunction>> = {
  "pool.currentPrice": {
    api: "SwapRuntimeApi_current_alpha_price",
    state: poolOf,
    parameters: () => u16.enc(NETUID),
    answer: priceAnswer,
    tolerances: { result: String(RAO_IN_UNITS) },
  },
  "pool.buy": {
    api: "SwapRuntimeApi_sim_swap_tao_for_alpha",
    state: poolOf,
    parameters: netuidAnd("taoIn"),
    answer: swapAnswer("alpha"),
  },
  "pool.sell": {
    api: "SwapRuntimeApi_sim_swap_alpha_for_tao",
    state: poolOf,
    parameters: netuidAnd("alphaIn"),
    answer: swapAnswer("tao"),
  },
  "coinbase.nextEpochStartBlock": {
    api: "SubnetInfoRuntimeApi_get_next_epoch_start_block",
    state: (input) => ({ ...stateOf(input), "System.Number": { "": textOf(input, "blockNumber") } }),
    parameters: (input) => u16.enc(Number(textOf(input, "netuid"))),
    answer: (bytes) => ({
      ok: { result: Option(u64).dec(bytes)?.toString() ?? null, changes: {}, events: [] },
    }),
  },
}

/** The functions whose answers a runtime API rounds, with how far off they may be. */
export const roundedFunctions: Readonly<Record<string, Tolerances>> = Object.fromEntries(
  Object.entries(FUNCTIONS).flatMap(([name, { tolerances }]) => (tolerances === undefined ? [] : [[name, tolerances]])),
)

/**
 * Asks a chain for one of the specification's functions; `load` puts a state into the chain. Throws an Unsupported for a
 * function that no runtime API exposes.
 */
export async function callRuntimeFunction(
  chain: ChainAccess,
  name: string,
  input: Json,
  load: (state: JsonObject) => Promise<void>,
): Promise<Answer> {
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (found === undefined) throw new Unsupported(`no runtime API exposes ${name}`)
  if (!isJsonObject(input)) throw new ValueError("input", `${excerpt(input)} is not an object`)
  await load(found.state(input))
  return found.answer(await answerOf(chain, found.api, found.parameters(input)), input)
}

async function answerOf(chain: ChainAccess, api: string, parameters: Uint8Array): Promise<Uint8Array> {
  try {
    return await chain.call(api, parameters)
  } catch (thrown) {
    if (thrown instanceof ChainRefusal) throw new Unsupported(`the runtime API did not answer: ${thrown.message}`)
    throw thrown
  }
}
