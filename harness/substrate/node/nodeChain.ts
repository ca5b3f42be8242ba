import type { Hex } from "../../../reference/state/scaleTypes.js"
import type {
  BlockInputs,
  BlockOutcome,
  ChainAccess,
  ChainStep,
  RuntimeVersion,
  StorageChanges,
} from "../chainAccess.js"
import type { JsonRpcSocket } from "./jsonRpcSocket.js"
import type { NodeContext } from "./nodeContext.js"

/** What every node offers alike: reading, and calling runtime APIs. How it is written to and makes blocks differs. */
export abstract class NodeChain implements ChainAccess {
  readonly name: string
  protected readonly context: NodeContext
  readonly #socket: JsonRpcSocket

  constructor(name: string, context: NodeContext, socket: JsonRpcSocket) {
    this.name = name
    this.context = context
    this.#socket = socket
  }

  /** The hash of the current block. */
  protected abstract readonly head: Hex

  abstract read(keys: readonly Hex[]): Promise<readonly (Hex | undefined)[]>
  abstract keysUnder(prefix: Hex): Promise<readonly Hex[]>
  abstract write(changes: StorageChanges): Promise<void>
  abstract runBlock(inputs: BlockInputs, steps: readonly ChainStep[]): Promise<BlockOutcome>

  runtimeVersion(): Promise<RuntimeVersion> {
    return this.context.rpc.runtimeVersion(this.head)
  }

  metadata(): Promise<Uint8Array> {
    return this.context.rpc.metadata(this.head)
  }

  call(name: string, input: Uint8Array): Promise<Uint8Array> {
    return this.context.rpc.call(name, input, this.head)
  }

  async close(): Promise<void> {
    this.#socket.close()
  }
}
