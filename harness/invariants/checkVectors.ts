import type { BlockRequest } from "../../reference/interface/modelSession.js"
import { originFromJson } from "../../reference/interface/openSession.js"
import { stateFromJson } from "../../reference/interface/stateJson.js"
import { accountId, hash } from "../../reference/state/primitives.js"
import { balancerRuntime } from "../../reference/state/runtime.js"
import { runtimeCall } from "../../reference/state/runtimeCall.js"
import type { Vector } from "../runner/vector.js"
import { InvariantBroken, WatchedChain } from "./watchedChain.js"

function runBlock(chain: WatchedChain, { blockNumber, parentHash, blockAuthor, steps }: BlockRequest): void {
  chain.begin({
    number: BigInt(blockNumber),
    parentHash: hash(`0x${parentHash.slice(2)}`),
    author: blockAuthor === null ? undefined : accountId(`0x${blockAuthor.slice(2)}`),
  })
  for (const step of steps) {
    if ("initialize" in step) chain.initialize()
    else if ("call" in step) chain.call(originFromJson(step.origin, "origin"), runtimeCall.fromJson(step.call))
  }
}

/** How a vector's blocks break an invariant, or undefined. Function vectors break none. */
export function problemOfVector(vector: Vector): string | undefined {
  if (vector.kind === "function") return undefined
  const chain = new WatchedChain(stateFromJson(balancerRuntime.storage, vector.input.state))
  const blocks = vector.kind === "trace" ? vector.input.blocks : [vector.input]
  try {
    for (const block of blocks) runBlock(chain, block)
    return undefined
  } catch (thrown) {
    if (thrown instanceof InvariantBroken) return `${vector.id}: ${thrown.message}`
    throw thrown
  }
}
