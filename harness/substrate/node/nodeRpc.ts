import { isJsonList, isJsonObject, type Json, type JsonObject } from "../../../reference/interface/valueType.js"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import { fromHex, toHex } from "../../../reference/state/scaleTypes.js"
import { ChainLost, type RuntimeVersion, type StorageChanges } from "../chainAccess.js"
import type { JsonRpcSocket } from "./jsonRpcSocket.js"

/** How many keys are asked for at a time. */
const PAGE = 1_000

const HEX = /^0x(?:[0-9a-f]{2})*$/i

/** What the header of a block says. */
export interface NodeHeader {
  readonly number: number
  readonly parentHash: Hex
}

function malformed(method: string, result: Json): ChainLost {
  return new ChainLost(`the node's answer to ${method} makes no sense: ${JSON.stringify(result).slice(0, 80)}`)
}

function hexOf(method: string, result: Json | undefined): Hex {
  if (typeof result !== "string" || !HEX.test(result)) throw malformed(method, result ?? null)
  return `0x${result.slice(2).toLowerCase()}`
}

function objectOf(method: string, result: Json): JsonObject {
  if (!isJsonObject(result)) throw malformed(method, result)
  return result
}

/** The keys up to where they rise no more: chopsticks repeats a key that is the prefix itself until the page is full. */
function risingAfter(last: Hex | undefined, page: readonly Hex[]): readonly Hex[] {
  const end = page.findIndex((key, index) => key <= (page[index - 1] ?? last ?? ""))
  return end < 0 ? page : page.slice(0, end)
}

/** The methods of a node's JSON-RPC that the harness uses, with their answers checked. Errors are those of the socket. */
export class NodeRpc {
  readonly #socket: JsonRpcSocket
  #methods: Promise<ReadonlySet<string>> | undefined

  constructor(socket: JsonRpcSocket) {
    this.#socket = socket
  }

  #ask(method: string, ...params: readonly Json[]): Promise<Json> {
    return this.#socket.request(method, params)
  }

  /** Whether the node offers a method. */
  async offers(method: string): Promise<boolean> {
    this.#methods ??= this.#listMethods()
    return (await this.#methods).has(method)
  }

  async #listMethods(): Promise<ReadonlySet<string>> {
    const { methods } = objectOf("rpc_methods", await this.#ask("rpc_methods"))
    if (!isJsonList(methods)) throw malformed("rpc_methods", methods ?? null)
    return new Set(methods.map(String))
  }

  /** The hash of the best block, or of the block with a number; undefined where there is none. */
  async blockHash(number?: number): Promise<Hex | undefined> {
    const hash = await (number === undefined
      ? this.#ask("chain_getBlockHash")
      : this.#ask("chain_getBlockHash", number))
    return hash === null ? undefined : hexOf("chain_getBlockHash", hash)
  }

  async header(hash: Hex): Promise<NodeHeader> {
    const { number, parentHash } = objectOf("chain_getHeader", await this.#ask("chain_getHeader", hash))
    const height = typeof number === "string" ? Number.parseInt(number, 16) : Number(number)
    if (!Number.isSafeInteger(height)) throw malformed("chain_getHeader", number ?? null)
    return { number: height, parentHash: hexOf("chain_getHeader", parentHash) }
  }

  /** The SCALE bytes of the extrinsics of a block. */
  async extrinsics(hash: Hex): Promise<readonly Hex[]> {
    const { block } = objectOf("chain_getBlock", await this.#ask("chain_getBlock", hash))
    const { extrinsics } = isJsonObject(block) ? block : {}
    if (!isJsonList(extrinsics)) throw malformed("chain_getBlock", extrinsics ?? null)
    return extrinsics.map((extrinsic) => hexOf("chain_getBlock", extrinsic))
  }

  async runtimeVersion(hash: Hex): Promise<RuntimeVersion> {
    const method = "state_getRuntimeVersion"
    const version = objectOf(method, await this.#ask(method, hash))
    const { specName, implName, specVersion, transactionVersion, stateVersion } = version
    if (typeof specName !== "string" || typeof specVersion !== "number") throw malformed(method, version)
    return {
      specName,
      implName: String(implName),
      specVersion,
      transactionVersion: Number(transactionVersion),
      stateVersion: Number(stateVersion ?? 0),
    }
  }

  async metadata(hash: Hex): Promise<Uint8Array> {
    return fromHex(hexOf("state_getMetadata", await this.#ask("state_getMetadata", hash)))
  }

  /** Calls a function of a runtime API on the state after a block. */
  async call(name: string, input: Uint8Array, hash: Hex): Promise<Uint8Array> {
    return fromHex(hexOf("state_call", await this.#ask("state_call", name, toHex(input), hash)))
  }

  /** The keys that begin with the prefix, in order: all, or the first pages of them until there are more than `most`. */
  async keysUnder(prefix: Hex, hash: Hex, most = Number.POSITIVE_INFINITY): Promise<readonly Hex[]> {
    const keys: Hex[] = []
    while (keys.length <= most) {
      const page = await this.#ask("state_getKeysPaged", prefix, PAGE, keys.at(-1) ?? null, hash)
      if (!isJsonList(page)) throw malformed("state_getKeysPaged", page)
      const rising = risingAfter(
        keys.at(-1),
        page.map((key) => hexOf("state_getKeysPaged", key)),
      )
      keys.push(...rising)
      if (rising.length < PAGE) return keys
    }
    return keys
  }

  /** The values under keys; those without a value are left out. */
  async values(keys: readonly Hex[], hash: Hex): Promise<ReadonlyMap<Hex, Hex>> {
    const values = new Map<Hex, Hex>()
    for (let from = 0; from < keys.length; from += PAGE) {
      for (const [key, value] of await this.#valuesOfPage(keys.slice(from, from + PAGE), hash)) values.set(key, value)
    }
    return values
  }

  async #valuesOfPage(keys: readonly Hex[], hash: Hex): Promise<readonly (readonly [Hex, Hex])[]> {
    const method = "state_queryStorageAt"
    const sets = await this.#ask(method, keys, hash)
    const [set] = isJsonList(sets) ? sets : []
    const changes = isJsonObject(set) ? set.changes : undefined
    if (!isJsonList(changes)) throw malformed(method, sets)
    return changes.flatMap((pair): readonly (readonly [Hex, Hex])[] => {
      const [key, value] = isJsonList(pair) ? pair : []
      return value === null || value === undefined ? [] : [[hexOf(method, key), hexOf(method, value)]]
    })
  }

  /** Writes raw storage on top of a block, as chopsticks does. */
  async setStorage(changes: StorageChanges, hash: Hex): Promise<void> {
    await this.#ask(
      "dev_setStorage",
      [...changes].map(([key, value]) => [key, value]),
      hash,
    )
  }

  /** Makes a block the one that the next is built on, as chopsticks does. */
  async setHead(hash: Hex): Promise<void> {
    await this.#ask("dev_setHead", hash)
  }

  /** Builds a block with these extrinsics on the head, as chopsticks does; the number is the next one if left out. */
  async newBlock(extrinsics: readonly Hex[], number: number | undefined): Promise<Hex> {
    const options = {
      ...(extrinsics.length === 0 ? {} : { transactions: extrinsics }),
      ...(number === undefined ? {} : { unsafeBlockHeight: number }),
    }
    return hexOf("dev_newBlock", await this.#ask("dev_newBlock", options))
  }

  /** Seals a block on a parent out of what has been submitted, as nodes with manual seal do. */
  async createBlock(parent: Hex): Promise<Hex> {
    const method = "engine_createBlock"
    const { hash } = objectOf(method, await this.#ask(method, true, false, parent))
    return hexOf(method, hash)
  }

  /** Hands an extrinsic to the node, which includes it in a block to come. */
  async submit(extrinsic: Hex): Promise<void> {
    await this.#ask("author_submitExtrinsic", extrinsic)
  }
}
