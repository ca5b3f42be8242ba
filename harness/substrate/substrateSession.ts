import { accountId, hash } from "../../reference/interface/chainTypes.js"
import { u32 } from "../../reference/interface/integerTypes.js"
import { type BlockAnswer, type BlockRequest, type Step, Unsupported } from "../../reference/interface/modelSession.js"
import { originFromJson } from "../../reference/interface/openSession.js"
import type { Json, JsonObject } from "../../reference/interface/valueType.js"
import { type Handshake, type Methods, PROTOCOL_VERSION } from "../protocol/messages.js"
import { OutOfTurn } from "../protocol/modelMethods.js"
import type {
  BlockInputs,
  ChainAccess,
  ChainOrigin,
  ChainStep,
  ChainStepOutcome,
  RuntimeVersion,
} from "./chainAccess.js"
import { changesJson, rawState, readItems, writesFor } from "./chainState.js"
import { ChainCoding } from "./coding/chainCoding.js"
import { forkOf, stateItems } from "./forkScope.js"
import { callRuntimeFunction, roundedFunctions } from "./runtimeFunctions.js"

/** A Substrate chain behind the protocol's methods. Each throws an Unsupported for what the chain cannot be asked. */
export class SubstrateSession {
  readonly #chain: ChainAccess
  readonly #coding: ChainCoding
  readonly #version: RuntimeVersion
  readonly #fork: string
  /** The items that are read back; empty until a state is loaded. */
  #items: ReadonlySet<string> = new Set()
  #isLoaded = false

  private constructor(chain: ChainAccess, coding: ChainCoding, version: RuntimeVersion) {
    this.#chain = chain
    this.#coding = coding
    this.#version = version
    this.#fork = forkOf(version)
  }

  static async open(chain: ChainAccess): Promise<SubstrateSession> {
    const version = await chain.runtimeVersion()
    return new SubstrateSession(chain, ChainCoding.of(await chain.metadata()), version)
  }

  handshake(): Handshake {
    const { specName, specVersion } = this.#version
    return {
      name: specName,
      version: String(specVersion),
      protocol: PROTOCOL_VERSION,
      forks: [this.#fork],
      steps: ["apply", "trace"],
      ...this.#rounding(),
    }
  }

  #rounding(): Pick<Handshake, "approximate" | "tolerances"> {
    if (stateItems(this.#fork) === undefined) return {}
    return { approximate: Object.keys(roundedFunctions), tolerances: roundedFunctions }
  }

  async call({ fork, function: name, input }: Methods["call"]["params"]): Promise<Methods["call"]["result"]> {
    this.#checkFork(fork)
    if (stateItems(fork) === undefined) throw new Unsupported(`no runtime API exposes ${name}`)
    return callRuntimeFunction(this.#chain, name, input, async (state) => {
      await this.load({ fork, state })
      this.#isLoaded = false
    })
  }

  async apply({ fork, state, ...block }: Methods["apply"]["params"]): Promise<BlockAnswer> {
    await this.load({ fork, state })
    return this.step(block)
  }

  async load({ fork, state }: Methods["load"]["params"]): Promise<null> {
    this.#checkFork(fork)
    const wanted = rawState(this.#coding.storage, state)
    const named = typeof state === "object" && state !== null ? Object.keys(state) : []
    this.#items = new Set([...(stateItems(fork) ?? []), ...named])
    await this.#chain.restart?.()
    await this.#chain.write(await writesFor(this.#chain, this.#coding.storage, this.#items, wanted))
    this.#isLoaded = true
    return null
  }

  #checkFork(fork: string): void {
    if (fork !== this.#fork) throw new Unsupported(`the chain keeps the rules of ${this.#fork}, not of ${fork}`)
  }

  async step(request: BlockRequest): Promise<BlockAnswer> {
    if (!this.#isLoaded) throw new OutOfTurn("nothing is loaded: begin a trace with load")
    const steps = request.steps.map((step, index) => this.#chainStep(step, `steps[${index}]`))
    const outcome = await this.#chain.runBlock(inputsOf(request), steps)
    if (outcome.kind === "unable") throw new Unsupported(outcome.reason)
    return { steps: outcome.steps.map((step) => this.#answer(step)) }
  }

  #chainStep(step: Step, path: string): ChainStep {
    if ("initialize" in step) return "initialize"
    if ("finalize" in step) return "finalize"
    return { origin: originOf(step.origin, path), call: this.#coding.encodeCall(step.call, `${path}.call`) }
  }

  #answer({ result, events, changes, note }: ChainStepOutcome): BlockAnswer["steps"][number] {
    return {
      result: result === "ok" ? { ok: null } : result,
      events: events.map((event) => this.#coding.decodeEvent(event)),
      changes: changesJson(this.#coding.storage, this.#items, changes),
      ...(note === undefined ? {} : { note }),
    }
  }

  async read({ items }: Methods["read"]["params"]): Promise<JsonObject> {
    const present = [...this.#items].filter((name) => this.#coding.storage.item(name) !== undefined)
    return readItems(this.#chain, this.#coding.storage, items ?? present)
  }

  close(): Promise<void> {
    return this.#chain.close()
  }
}

function inputsOf({ blockNumber, parentHash, blockAuthor }: BlockRequest): BlockInputs {
  return {
    number: u32.fromJson(blockNumber, "blockNumber"),
    parentHash: hash.fromJson(parentHash, "parentHash"),
    author: blockAuthor === null ? undefined : accountId.fromJson(blockAuthor, "blockAuthor"),
  }
}

function originOf(json: Json, path: string): ChainOrigin {
  const origin = originFromJson(json, `${path}.origin`)
  if (origin.kind === "signed") return { signed: origin.account }
  return origin.kind === "root" ? "root" : "none"
}
