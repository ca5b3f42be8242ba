import { concatBytes } from "@noble/hashes/utils.js"
import { createDecoder, u8 } from "scale-ts"
import { fromHex, type Hex } from "../../../reference/state/scaleTypes.js"
import type { ChainCoding, ChainEvent } from "../coding/chainCoding.js"
import { validityError } from "../coding/transactionValidity.js"
import type { BlockMaker } from "./blockMakers.js"
import type { NodeRpc } from "./nodeRpc.js"
import type { SigningChain } from "./signing.js"
import type { Snapshot } from "./snapshot.js"

/** A node at work: how it is asked, how it makes blocks, how its chain writes things down and who can sign. */
export interface NodeContext {
  readonly rpc: NodeRpc
  readonly maker: BlockMaker
  readonly chain: SigningChain
}

/** The events of the block after which a snapshot was taken. */
export function eventsIn(coding: ChainCoding, snapshot: Snapshot): readonly ChainEvent[] {
  const bytes = snapshot.get(coding.storage.required("System.Events").prefix)
  return bytes === undefined ? [] : coding.decodeEvents(fromHex(bytes))
}

/** An extrinsic from outside, as a pool of transactions sees it. */
const EXTERNAL = Uint8Array.of(2)
const VALID = 0

/** Why an extrinsic is not valid after a block; undefined when it is. */
export async function whyInvalid({ rpc }: NodeContext, extrinsic: Hex, parent: Hex): Promise<string | undefined> {
  const input = concatBytes(EXTERNAL, fromHex(extrinsic), fromHex(parent))
  const answer = await rpc.call("TaggedTransactionQueue_validate_transaction", input, parent)
  return createDecoder((bytes) => (u8.dec(bytes) === VALID ? undefined : validityError(bytes)))(answer)
}
