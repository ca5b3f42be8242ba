import type { Hex } from "../../../reference/state/scaleTypes.js"
import { ChainLost } from "../chainAccess.js"
import type { NodeRpc } from "./nodeRpc.js"

/** A block that a node made. */
export interface MadeBlock {
  readonly hash: Hex
  readonly parent: Hex
  readonly number: number
}

/** How a node is brought to make a block. */
export interface BlockMaker {
  /** Makes the block after `parent`, with extrinsics in their order, those that are not valid perhaps left out. */
  make(parent: Hex, extrinsics: readonly Hex[], number?: number): Promise<MadeBlock>
}

async function madeBlock(rpc: NodeRpc, hash: Hex): Promise<MadeBlock> {
  const { number, parentHash } = await rpc.header(hash)
  return { hash, number, parent: parentHash }
}

/** Blocks of chopsticks: on any parent, with any higher number. It leaves out extrinsics that are not valid. */
export class ChopsticksBlocks implements BlockMaker {
  readonly #rpc: NodeRpc

  constructor(rpc: NodeRpc) {
    this.#rpc = rpc
  }

  async make(parent: Hex, extrinsics: readonly Hex[], number?: number): Promise<MadeBlock> {
    await this.#rpc.setHead(parent)
    return madeBlock(this.#rpc, await this.#rpc.newBlock(extrinsics, number))
  }
}

/** Blocks of a node with manual seal: out of what was submitted before, on its best block. */
export class SealedBlocks implements BlockMaker {
  readonly #rpc: NodeRpc

  constructor(rpc: NodeRpc) {
    this.#rpc = rpc
  }

  async make(parent: Hex, extrinsics: readonly Hex[]): Promise<MadeBlock> {
    for (const extrinsic of extrinsics) await this.#rpc.submit(extrinsic)
    return madeBlock(this.#rpc, await this.#rpc.createBlock(parent))
  }
}

const POLL_MILLISECONDS = 200

/** Blocks of a node that makes them by itself: the first one after the parent, or the one that takes the extrinsics. */
export class AwaitedBlocks implements BlockMaker {
  readonly #rpc: NodeRpc
  readonly #patience: number

  /** `patience` is how long to wait for a block, in milliseconds. */
  constructor(rpc: NodeRpc, patience: number) {
    this.#rpc = rpc
    this.#patience = patience
  }

  async make(parent: Hex, extrinsics: readonly Hex[]): Promise<MadeBlock> {
    const { number } = await this.#rpc.header(parent)
    for (const extrinsic of extrinsics) await this.#rpc.submit(extrinsic)
    const deadline = Date.now() + this.#patience
    let next = number + 1
    while (Date.now() < deadline) {
      const hash = await this.#rpc.blockHash(next)
      if (hash === undefined) await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))
      else if (await this.#takes(hash, extrinsics)) return madeBlock(this.#rpc, hash)
      else next++
    }
    throw new ChainLost(`the node made no block${withWhat(extrinsics)} within ${this.#patience / 1000} s`)
  }

  async #takes(hash: Hex, extrinsics: readonly Hex[]): Promise<boolean> {
    if (extrinsics.length === 0) return true
    const taken = await this.#rpc.extrinsics(hash)
    return extrinsics.every((extrinsic) => taken.includes(extrinsic))
  }
}

function withWhat(extrinsics: readonly Hex[]): string {
  return extrinsics.length === 0 ? "" : " with what was submitted"
}

/** The index of an extrinsic in a block; undefined when it is not in it. */
export async function placeIn(rpc: NodeRpc, hash: Hex, extrinsic: Hex): Promise<number | undefined> {
  const place = (await rpc.extrinsics(hash)).indexOf(extrinsic)
  return place < 0 ? undefined : place
}
