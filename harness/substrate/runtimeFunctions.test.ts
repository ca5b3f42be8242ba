import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { createDecoder, Option, u16, u64 } from "scale-ts"
import { describe, expect, it } from "vitest"
import { functionTable } from "../../reference/interface/functionTable.js"
import { storageJson } from "../../reference/interface/stateJson.js"
import { isJsonObject, type Json, type JsonObject } from "../../reference/interface/valueType.js"
import { declaredStorage } from "../../reference/state/declarations.js"
import { fromHex, type Hex } from "../../reference/state/scaleTypes.js"
import { packageFolder } from "../packageFolder.js"
import { judge, type Verdict } from "../runner/judge.js"
import { loadVectors } from "../runner/loadVectors.js"
import type { ChainAccess, StorageChanges } from "./chainAccess.js"
import { ChainRefusal } from "./chainAccess.js"
import { SubstrateImplementation } from "./substrateImplementation.js"

const METADATA = join(packageFolder, "..", "shared", "captures", "metadata-425.hex.gz")
const U64_MAX = (1n << 64n) - 1n
const NETUID = "1"

function call(name: string, input: JsonObject): Json | undefined {
  const answer = functionTable.get(name)?.call(input)
  return answer === undefined || "error" in answer ? undefined : answer.ok
}

function at(state: JsonObject, item: string): Json {
  const values = state[item]
  return values !== undefined && isJsonObject(values) ? (values[NETUID] ?? null) : null
}

function pool(state: JsonObject): JsonObject {
  const balancer = at(state, "Swap.SwapBalancer")
  return {
    quoteWeight: isJsonObject(balancer) ? (balancer.quote ?? null) : null,
    alphaReserve: at(state, "SubtensorModule.SubnetAlphaIn") ?? "0",
    taoReserve: at(state, "SubtensorModule.SubnetTAO") ?? "0",
  }
}

/** The runtime APIs as the chain's source has them, over the model's own functions. */
const APIS: Readonly<Record<string, (state: JsonObject, input: Uint8Array) => Uint8Array>> = {
  SwapRuntimeApi_current_alpha_price: (state) => {
    const price = BigInt(String(call("pool.currentPrice", pool(state)) ?? "0"))
    const rao = (price * 1_000_000_000n) >> 64n
    return u64.enc(rao > U64_MAX ? U64_MAX : rao)
  },
  SwapRuntimeApi_sim_swap_tao_for_alpha: (state, input) => swapped("pool.swapTaoForAlpha", state, input, false),
  SwapRuntimeApi_sim_swap_alpha_for_tao: (state, input) => swapped("pool.swapAlphaForTao", state, input, true),
  SubnetInfoRuntimeApi_get_next_epoch_start_block: (state, input) => {
    const number = state["System.Number"]
    const blockNumber = number !== undefined && isJsonObject(number) ? (number[""] ?? "0") : "0"
    const answer = call("coinbase.nextEpochStartBlock", { state, blockNumber, netuid: String(u16.dec(input)) })
    const result = answer !== undefined && isJsonObject(answer) ? answer.result : null
    return Option(u64).enc(typeof result === "string" ? BigInt(result) : undefined)
  },
}

const amountOf = createDecoder((input) => {
  u16.dec(input)
  return u64.dec(input)
})

function swapped(name: string, state: JsonObject, input: Uint8Array, paysTao: boolean): Uint8Array {
  const limitPrice = paysTao ? "0" : String((1n << 128n) - 1n)
  const swap = call(name, { ...pool(state), feeRate: "0", amount: String(amountOf(input)), limitPrice })
  const field = (of: string) => (isJsonObject(swap ?? null) && isJsonObject(swap) ? BigInt(String(swap[of])) : 0n)
  const [paidIn, paidOut] = [u64.enc(field("amountPaidIn")), u64.enc(field("amountPaidOut"))]
  return Uint8Array.from([...(paysTao ? paidOut : paidIn), ...(paysTao ? paidIn : paidOut), ...new Uint8Array(32)])
}

/** A chain with Subtensor's metadata and the APIs above; it makes no blocks. */
class ApiChain implements ChainAccess {
  readonly name = "apis"
  readonly #metadata: Uint8Array
  readonly #storage = new Map<Hex, Hex>()

  constructor(metadata: Uint8Array) {
    this.#metadata = metadata
  }

  async runtimeVersion() {
    return { specName: "node-subtensor", implName: "x", specVersion: 425, transactionVersion: 1, stateVersion: 1 }
  }

  async metadata() {
    return this.#metadata
  }

  async read(keys: readonly Hex[]) {
    return keys.map((key) => this.#storage.get(key))
  }

  async keysUnder(prefix: Hex) {
    return [...this.#storage.keys()].filter((key) => key.startsWith(prefix))
  }

  async write(changes: StorageChanges) {
    for (const [key, value] of changes) {
      if (value === null) this.#storage.delete(key)
      else this.#storage.set(key, value)
    }
  }

  async call(name: string, input: Uint8Array) {
    const api = APIS[name]
    if (api === undefined) throw new ChainRefusal(`there is no ${name}`)
    return api(storageJson(declaredStorage, this.#storage), input)
  }

  async runBlock() {
    return { kind: "unable", reason: "it makes no blocks" } as const
  }

  async close() {}
}

function metadataBytes(): Uint8Array {
  const text = gunzipSync(readFileSync(METADATA)).toString("utf8").trim()
  return fromHex(text.startsWith("0x") ? text : `0x${text}`)
}

const NAMES = ["pool.currentPrice", "pool.buy", "pool.sell", "coinbase.nextEpochStartBlock"]

describe.skipIf(!existsSync(METADATA))(
  "functions asked of runtime APIs (skipped where Subtensor's metadata is absent)",
  () => {
    const implementation = new SubstrateImplementation(async () => new ApiChain(metadataBytes()))

    it.each(NAMES)("%s passes its vectors, or says why the API does not tell", async (name) => {
      const greeting = await implementation.request("handshake", { protocol: 1 })
      if (greeting.kind !== "answered") throw new Error("no handshake")
      const subject = { target: "apis", handshake: greeting.result, options: [] }
      const chapters = [name.split(".")[0] ?? ""]
      const { vectors } = await loadVectors({ path: join(packageFolder, "vectors"), forks: ["balancer"], chapters })
      const asked = vectors.filter((vector) => vector.kind === "function" && vector.function === name)
      const verdicts: Verdict[] = []
      for (const vector of asked) verdicts.push(await judge(implementation, vector, subject))
      const failures = verdicts.filter(({ status }) => status === "failed" || status === "errored")
      expect(failures.slice(0, 3)).toEqual([])
      expect(verdicts.some(({ status }) => status === "passed")).toBe(true)
      const reasons = new Set(verdicts.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))
      for (const reason of reasons) expect(reason).toMatch(/^the (runtime|price) /)
    })

    it("are skipped where no API exposes them", async () => {
      const outcome = await implementation.request("call", { fork: "balancer", function: "emission.shares", input: {} })
      expect(outcome).toEqual({ kind: "unsupported", reason: "no runtime API exposes emission.shares" })
    })

    it("are skipped where the runtime lacks the API", async () => {
      const bare = new ApiChain(metadataBytes())
      bare.call = async (name) => {
        throw new ChainRefusal(`${name}: the runtime has no such function`)
      }
      const params = {
        fork: "balancer",
        function: "pool.buy",
        input: { quoteWeight: "500000000000000000", alphaReserve: "1000", taoReserve: "1000", taoIn: "1" },
      }
      expect(await new SubstrateImplementation(async () => bare).request("call", params)).toMatchObject({
        kind: "unsupported",
        reason: expect.stringContaining("SwapRuntimeApi_sim_swap_tao_for_alpha: the runtime has no such function"),
      })
    })
  },
)
