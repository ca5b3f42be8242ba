import { readFile } from "node:fs/promises"
import { openNode } from "../substrate/node/openNode.js"
import { RuntimeConnection } from "../substrate/runtime/runtimeConnection.js"
import { SubstrateImplementation } from "../substrate/substrateImplementation.js"
import { wordsOf } from "./commandLine.js"
import { BrokenConnection, type Connection } from "./connection.js"
import { HttpConnection } from "./httpConnection.js"
import type { Implementation } from "./implementation.js"
import { ReferenceImplementation } from "./referenceImplementation.js"
import { type Opener, RemoteImplementation } from "./remoteImplementation.js"
import { StdioConnection } from "./stdioConnection.js"
import { WasmConnection } from "./wasmConnection.js"
import { WebSocketConnection } from "./webSocketConnection.js"

/** A way to start instances of an implementation. */
export interface Target {
  /** The target as the user wrote it. */
  readonly text: string
  /** How many instances there may be at a time; as many as wanted when left out. */
  readonly mostInstances?: number
  /** Makes an instance; nothing is started before its first request. `timeout` is per answer, in milliseconds. */
  create(timeout: number): Implementation
}

/** A target that is not of a known form. */
export class UnknownTarget extends Error {}

/** The forms of targets, for help and messages. */
export const TARGET_FORMS =
  "reference, stdio:COMMAND, http://HOST:PORT/, ws://HOST:PORT/, wasm:FILE, runtime:FILE or substrate:ws://HOST:PORT"

function remote(text: string, open: Opener): Target {
  return { text, create: (timeout) => new RemoteImplementation(open, timeout) }
}

function stdioTarget(text: string, line: string): Target {
  const words = wordsOf(line)
  if (words === undefined) throw new UnknownTarget(`the target "${text}" has a quote that is not closed`)
  if (words.length === 0) throw new UnknownTarget(`the target "${text}" names no command; write stdio:COMMAND`)
  return remote(text, async () => new StdioConnection(words))
}

/** All clients of a server share its trace: several instances would step each other's. */
function httpTarget(text: string): Target {
  if (!URL.canParse(text)) throw new UnknownTarget(`the target "${text}" is not a URL; write http://HOST:PORT/`)
  return { ...remote(text, async () => new HttpConnection(text)), mostInstances: 1 }
}

function webSocketTarget(text: string): Target {
  if (!URL.canParse(text)) throw new UnknownTarget(`the target "${text}" is not a URL; write ws://HOST:PORT/`)
  return remote(text, async () => new WebSocketConnection(text))
}

async function moduleBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new BrokenConnection(`there is no readable file ${file}`)
  }
}

function wasmTarget(text: string, file: string): Target {
  if (file === "") throw new UnknownTarget(`the target "${text}" names no file; write wasm:FILE`)
  const bytes = new LazyBytes(file)
  return remote(text, async (): Promise<Connection> => new WasmConnection(await bytes.read()))
}

function runtimeTarget(text: string, file: string): Target {
  if (file === "") throw new UnknownTarget(`the target "${text}" names no file; write runtime:FILE`)
  return remote(text, async (): Promise<Connection> => new RuntimeConnection(file))
}

/** A node is one chain: two instances would write over each other's state. */
function nodeTarget(text: string, url: string): Target {
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: "" }
  if (protocol !== "ws:" && protocol !== "wss:") {
    throw new UnknownTarget(`the target "${text}" names no WebSocket; write substrate:ws://HOST:PORT`)
  }
  return { text, mostInstances: 1, create: (timeout) => new SubstrateImplementation(() => openNode(url, timeout)) }
}

/** A file that is read once, when first wanted. */
class LazyBytes {
  readonly #file: string
  #bytes: Promise<Uint8Array> | undefined

  constructor(file: string) {
    this.#file = file
  }

  read(): Promise<Uint8Array> {
    this.#bytes ??= moduleBytes(this.#file)
    return this.#bytes
  }
}

/** Reads a target. Throws an UnknownTarget that says what forms there are. */
export function parseTarget(text: string): Target {
  if (text === "reference") return { text, create: () => new ReferenceImplementation() }
  if (text.startsWith("stdio:")) return stdioTarget(text, text.slice("stdio:".length))
  if (text.startsWith("http://") || text.startsWith("https://")) return httpTarget(text)
  if (text.startsWith("ws://") || text.startsWith("wss://")) return webSocketTarget(text)
  if (text.startsWith("wasm:")) return wasmTarget(text, text.slice("wasm:".length))
  if (text.startsWith("runtime:")) return runtimeTarget(text, text.slice("runtime:".length))
  if (text.startsWith("substrate:")) return nodeTarget(text, text.slice("substrate:".length))
  throw new UnknownTarget(`the target "${text}" is of no known form; write ${TARGET_FORMS}`)
}
