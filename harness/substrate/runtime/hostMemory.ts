import { Buffer } from "node:buffer"
import { Allocator } from "./allocator.js"

/** What `Option<Vec<u8>>` and the like begin with. */
const NONE = Uint8Array.of(0)

/** A key or other short text of bytes: one character for each byte, so that texts sort as the bytes do. */
export type ByteText = string

/** The bytes of a byte text. */
export function bytesOfText(text: ByteText): Uint8Array {
  return Buffer.from(text, "latin1")
}

/** The byte text of bytes. */
export function textOfBytes(bytes: Uint8Array): ByteText {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")
}

/** The memory of a runtime's instance as host functions see it: a pointer and a length are packed into one integer. */
export class HostMemory {
  readonly allocator: Allocator
  readonly #memory: WebAssembly.Memory
  #view: Buffer

  constructor(memory: WebAssembly.Memory, heapBase: number) {
    this.#memory = memory
    this.#view = Buffer.from(memory.buffer)
    this.allocator = new Allocator(memory, heapBase)
  }

  #bytes(): Buffer {
    // A memory that has grown leaves its old buffer empty.
    if (this.#view.length === 0) this.#view = Buffer.from(this.#memory.buffer)
    return this.#view
  }

  /** The bytes at an address: a view that holds until the runtime goes on. */
  view(address: number, length: number): Uint8Array {
    const start = address >>> 0
    const bytes = this.#bytes()
    if (start + length > bytes.length) throw new RangeError(`${length} bytes at ${start} lie beyond the memory`)
    return bytes.subarray(start, start + length)
  }

  /** The bytes that a packed pointer and length name: a view that holds until the runtime goes on. */
  packedView(packed: bigint): Uint8Array {
    return this.view(pointerOf(packed), lengthOf(packed))
  }

  /** A copy of the bytes that a packed pointer and length name. */
  packedBytes(packed: bigint): Uint8Array {
    return Uint8Array.from(this.packedView(packed))
  }

  /** The bytes that a packed pointer and length name, as byte text. */
  packedText(packed: bigint): ByteText {
    const start = pointerOf(packed)
    return this.#bytes().toString("latin1", start, start + lengthOf(packed))
  }

  /** The bytes that a packed pointer and length name, read as UTF-8. */
  packedUtf8(packed: bigint): string {
    const start = pointerOf(packed)
    return this.#bytes().toString("utf8", start, start + lengthOf(packed))
  }

  /** Puts bytes at an address. */
  put(address: number, bytes: Uint8Array): void {
    this.view(address, bytes.length)
    this.#bytes().set(bytes, address >>> 0)
  }

  /** Puts bytes where the runtime finds them and gives their address. */
  give(bytes: Uint8Array): number {
    const address = this.allocator.allocate(bytes.length)
    this.put(address, bytes)
    return address
  }

  /** Puts bytes where the runtime finds them and gives their packed address and length. */
  givePacked(bytes: Uint8Array): bigint {
    return (BigInt(bytes.length) << 32n) | BigInt(this.give(bytes))
  }

  /** Gives the SCALE bytes of an optional value whose own SCALE bytes are known. */
  giveOption(bytes: Uint8Array | undefined): bigint {
    return this.givePacked(bytes === undefined ? NONE : prefixed(1, bytes))
  }
}

/** A byte and what follows it. */
export function prefixed(first: number, bytes: Uint8Array): Uint8Array {
  const joined = new Uint8Array(bytes.length + 1)
  joined[0] = first
  joined.set(bytes, 1)
  return joined
}

function pointerOf(packed: bigint): number {
  return Number(BigInt.asUintN(32, packed))
}

function lengthOf(packed: bigint): number {
  return Number(BigInt.asUintN(32, packed >> 32n))
}
