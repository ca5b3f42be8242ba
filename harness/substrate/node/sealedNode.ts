import type { Hex } from "../../../reference/state/scaleTypes.js"
import {
  type BlockInputs,
  type BlockOutcome,
  ChainRefusal,
  type ChainStep,
  type StorageChanges,
} from "../chainAccess.js"
import { emptyBlock } from "./beginningOfBlock.js"
import { type MadeBlock, placeIn } from "./blockMakers.js"
import { CarriageLedger } from "./carriageLedger.js"
import { carriedStep } from "./carriedStep.js"
import { NO_EQUIPMENT } from "./equipment.js"
import type { JsonRpcSocket } from "./jsonRpcSocket.js"
import { NodeChain } from "./nodeChain.js"
import type { NodeContext } from "./nodeContext.js"
import { nonceOf } from "./nonce.js"
import { planSteps } from "./plannedSteps.js"
import type { BlockPlace } from "./rewindingNode.js"
import { type Carriage, canSign, signedExtrinsic } from "./signing.js"
import { changesBetween, takeSnapshot, withChanges } from "./snapshot.js"
import { storageCalls, sudoExtrinsics } from "./sudoWrites.js"

/** How many empty blocks are made at most to come to a block's number. */
const MOST_BLOCKS_AHEAD = 1_000

class Unable extends Error {}

/**
 * A node that only goes forward: writes are noted here and go into a block by the sudo key, the first extrinsics of the
 * block whose call is to meet them, or of the one before the block whose beginning is.
 */
export class SealedNode extends NodeChain {
  #head: BlockPlace
  #pending = new Map<Hex, Hex | null>()
  /** Keys that a block changes though there is nothing in it. */
  #restless: ReadonlySet<Hex> = new Set()

  constructor(name: string, context: NodeContext, socket: JsonRpcSocket, head: BlockPlace) {
    super(name, context, socket)
    this.#head = head
  }

  protected get head(): Hex {
    return this.#head.hash
  }

  async read(keys: readonly Hex[]): Promise<readonly (Hex | undefined)[]> {
    const values = await this.context.rpc.values(keys, this.head)
    return keys.map((key) => {
      const pending = this.#pending.get(key)
      return pending === undefined ? values.get(key) : (pending ?? undefined)
    })
  }

  async keysUnder(prefix: Hex): Promise<readonly Hex[]> {
    const keys = new Set(await this.context.rpc.keysUnder(prefix, this.head))
    for (const [key, value] of this.#pending) {
      if (value === null) keys.delete(key)
      else if (key.startsWith(prefix)) keys.add(key)
    }
    return [...keys].sort()
  }

  /** The sudo key and its account stay as they are: without them nothing could be written any more. */
  async write(changes: StorageChanges): Promise<void> {
    const { coding } = this.context.chain
    const sudo = this.#sudo()
    const accounts = coding.storage.required("System.Account")
    const kept = [accounts.rawKey([sudo], sudo), coding.storage.required("Sudo.Key").prefix]
    for (const [key, value] of changes) if (!kept.includes(key)) this.#pending.set(key, value)
  }

  #sudo(): Hex {
    const { chain } = this.context
    const { sudoAccount } = chain
    if (sudoAccount !== undefined && canSign(chain, sudoAccount)) return sudoAccount
    throw new ChainRefusal(
      "the node's storage cannot be written: it has neither dev_setStorage nor a development key as its sudo key",
    )
  }

  /** Writes that are noted must be on the chain before a runtime API sees them. */
  override async call(name: string, input: Uint8Array): Promise<Uint8Array> {
    if (this.#pending.size > 0) await this.#make(await this.#writeExtrinsics())
    return super.call(name, input)
  }

  async runBlock(inputs: BlockInputs, steps: readonly ChainStep[]): Promise<BlockOutcome> {
    const plan = planSteps(this.context.chain, steps)
    if (typeof plan === "string") return { kind: "unable", reason: plan }
    const { begins, calls } = plan
    const [call, ...more] = calls
    if (more.length > 0 || (begins && call !== undefined)) return unable(ONE_STEP)
    try {
      if (call === undefined) return await this.#begin(inputs)
      return await this.#carry(inputs, call)
    } catch (thrown) {
      if (thrown instanceof Unable) return unable(thrown.message)
      throw thrown
    }
  }

  async #begin(inputs: BlockInputs): Promise<BlockOutcome> {
    if (this.#pending.size > 0) {
      await this.#advanceTo(inputs.number - 2)
      await this.#make(await this.#writeExtrinsics())
    }
    await this.#advanceTo(inputs.number - 1)
    const { rpc, chain } = this.context
    const before = await takeSnapshot(rpc, this.head)
    const made = await this.#make([])
    const step = emptyBlock(chain.coding, inputs, made, before, await takeSnapshot(rpc, made.hash))
    return { kind: "ran", steps: [step] }
  }

  async #carry(inputs: BlockInputs, carriage: Carriage): Promise<BlockOutcome> {
    await this.#advanceTo(inputs.number - 1)
    const { rpc, chain } = this.context
    const before = withChanges(await takeSnapshot(rpc, this.head), this.#pending)
    const writes = await this.#writeExtrinsics()
    const extrinsic = await this.#sign(carriage, writes.length)
    const made = await this.#make([...writes, extrinsic]).catch(refusedToCarry)
    if (made.number !== inputs.number) throw new Unable(`the node took the call into block ${made.number}, too late`)
    const place = await placeIn(rpc, made.hash, extrinsic)
    if (place === undefined)
      throw new Unable("the node did not take the extrinsic that carries the call into its block")
    const after = await takeSnapshot(rpc, made.hash)
    const ledger = new CarriageLedger(chain.coding, before, NO_EQUIPMENT)
    for (const _ of writes) ledger.note(this.#sudo(), [])
    const step = carriedStep(this.context, ledger, carriage, place, before, after)
    if (typeof step === "string") throw new Unable(step)
    const changes = new Map([...step.changes].filter(([key]) => !this.#restless.has(key)))
    return { kind: "ran", steps: [{ ...step, changes }] }
  }

  async #sign(carriage: Carriage, writes: number): Promise<Hex> {
    const { chain } = this.context
    const nonce = await this.#nonceOf(carriage.signer)
    const ahead = carriage.signer === chain.sudoAccount ? writes : 0
    return signedExtrinsic(chain, carriage, nonce + ahead)
  }

  async #nonceOf(account: Hex): Promise<number> {
    const { rpc, chain } = this.context
    const key = chain.coding.storage.required("System.Account").rawKey([account], account)
    return nonceOf(chain.coding, await rpc.values([key], this.head), account)
  }

  /** The extrinsics that bring what is noted onto the chain. */
  async #writeExtrinsics(): Promise<readonly Hex[]> {
    if (this.#pending.size === 0) return []
    const { chain } = this.context
    const sudo = this.#sudo()
    const nonce = await this.#nonceOf(sudo)
    return sudoExtrinsics(chain, sudo, storageCalls(chain.coding, this.#pending), nonce)
  }

  /** Makes the next block. What was noted is on the chain after a block with extrinsics. */
  async #make(extrinsics: readonly Hex[]): Promise<MadeBlock> {
    const made = await this.context.maker.make(this.head, extrinsics)
    this.#head = made
    if (extrinsics.length > 0) this.#pending = new Map()
    return made
  }

  /** Makes empty blocks up to a number, and sees what the last of them changes. */
  async #advanceTo(number: number): Promise<void> {
    const { rpc } = this.context
    if (this.#head.number > number) throw new Unable(behind(this.#head.number, number + 1))
    if (number - this.#head.number > MOST_BLOCKS_AHEAD) {
      throw new Unable(`the node is at block ${this.#head.number}, too far from block ${number + 1}`)
    }
    while (this.#head.number < number) {
      const before = await takeSnapshot(rpc, this.head)
      const made = await this.#make([])
      if (made.number < number) continue
      if (made.number > number) throw new Unable(behind(made.number, number + 1))
      this.#restless = new Set(changesBetween(before, await takeSnapshot(rpc, made.hash)).keys())
    }
  }
}

const ONE_STEP =
  "a node that cannot go back to a block shows only what a whole block did, not what each of several steps did"

/** What a node does not take from its pool it says at once. */
function refusedToCarry(thrown: unknown): never {
  throw thrown instanceof ChainRefusal ? new Unable(`the node turned the extrinsic away: ${thrown.message}`) : thrown
}

function behind(at: number, wanted: number): string {
  return `the node is at block ${at} and cannot make block ${wanted} any more; start a fresh one`
}

function unable(reason: string): BlockOutcome {
  return { kind: "unable", reason }
}
