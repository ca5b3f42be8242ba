import type { Hex } from "../../../reference/state/scaleTypes.js"
import { type ChainAccess, ChainLost, ChainRefusal } from "../chainAccess.js"
import { ChainCoding } from "../coding/chainCoding.js"
import { AwaitedBlocks, type BlockMaker, ChopsticksBlocks, SealedBlocks } from "./blockMakers.js"
import { JsonRpcSocket } from "./jsonRpcSocket.js"
import type { NodeContext } from "./nodeContext.js"
import { NodeRpc } from "./nodeRpc.js"
import { type BlockPlace, RewindingNode } from "./rewindingNode.js"
import { SealedNode } from "./sealedNode.js"

/** A connection to a node. Throws a ChainRefusal for what is not the address of one. */
function socketTo(url: string, timeout: number): JsonRpcSocket {
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: undefined }
  if (protocol === "ws:" || protocol === "wss:") return new JsonRpcSocket(url, timeout)
  throw new ChainRefusal(`"${url}" is not the address of a WebSocket; write ws://HOST:PORT or wss://HOST:PORT`)
}

/** What a node must offer so that it can be written to and taken back. */
const REWINDING = ["dev_setStorage", "dev_newBlock", "dev_setHead"]

async function offersAll(rpc: NodeRpc, methods: readonly string[]): Promise<boolean> {
  const offered = await Promise.all(methods.map((method) => rpc.offers(method)))
  return offered.every((has) => has)
}

async function makerOf(rpc: NodeRpc, timeout: number): Promise<BlockMaker> {
  return (await rpc.offers("engine_createBlock")) ? new SealedBlocks(rpc) : new AwaitedBlocks(rpc, timeout)
}

async function sudoAccountOf(rpc: NodeRpc, coding: ChainCoding, hash: Hex): Promise<Hex | undefined> {
  const key = coding.storage.item("Sudo.Key")?.prefix
  return key === undefined ? undefined : (await rpc.values([key], hash)).get(key)
}

async function headOf(rpc: NodeRpc): Promise<BlockPlace> {
  const hash = await rpc.blockHash()
  if (hash === undefined) throw new ChainLost("the node has no blocks")
  return { hash, number: (await rpc.header(hash)).number }
}

async function contextOf(rpc: NodeRpc, head: Hex, rewinds: boolean, timeout: number): Promise<NodeContext> {
  const coding = ChainCoding.of(await rpc.metadata(head))
  const chain = {
    coding,
    version: await rpc.runtimeVersion(head),
    genesisHash: (await rpc.blockHash(0)) ?? head,
    sudoAccount: await sudoAccountOf(rpc, coding, head),
    takesAnySignature: rewinds,
  }
  return { rpc, chain, maker: rewinds ? new ChopsticksBlocks(rpc) : await makerOf(rpc, timeout) }
}

/**
 * Reaches a node by its WebSocket and finds out what it can do. `timeout` is how long it may take for one answer, in
 * milliseconds. Throws a ChainLost or ChainRefusal that says what is wrong with it.
 */
export async function openNode(url: string, timeout: number): Promise<ChainAccess> {
  const socket = socketTo(url, timeout)
  try {
    const rpc = new NodeRpc(socket)
    const rewinds = await offersAll(rpc, REWINDING)
    const head = await headOf(rpc)
    const context = await contextOf(rpc, head.hash, rewinds, timeout)
    const name = `substrate:${url}`
    return rewinds ? new RewindingNode(name, context, socket, head) : new SealedNode(name, context, socket, head)
  } catch (thrown) {
    socket.close()
    throw thrown
  }
}

/** The metadata of a node, read and nothing else. */
export async function readNodeMetadata(url: string, timeout: number): Promise<Uint8Array> {
  const socket = socketTo(url, timeout)
  try {
    const rpc = new NodeRpc(socket)
    const { hash } = await headOf(rpc)
    return await rpc.metadata(hash)
  } finally {
    socket.close()
  }
}
