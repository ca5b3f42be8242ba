/** Every block of memory has its size class in the eight bytes before it, as Substrate's own allocator does. */
const HEADER = 8
const SMALLEST = 8
const GREATEST = 32 * 1024 * 1024
const PAGE = 65_536
const ALIGNMENT = 8

/** The memory of an instance, which can grow. */
export interface GrowingMemory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/**
 * Gives out the memory that lies above what the runtime itself uses. Sizes are rounded up to powers of two, and a
 * block that was given back is given out again for the next request of its size.
 */
export class Allocator {
  readonly #memory: GrowingMemory
  readonly #base: number
  #bytes: Uint8Array
  #top: number
  #free: number[][] = []

  constructor(memory: GrowingMemory, heapBase: number) {
    this.#memory = memory
    this.#bytes = new Uint8Array(memory.buffer)
    this.#base = Math.ceil(heapBase / ALIGNMENT) * ALIGNMENT
    this.#top = this.#base
  }

  /** Forgets everything that was given out. */
  reset(): void {
    this.#top = this.#base
    this.#free = []
  }

  /** The address of `size` bytes. Throws when the memory cannot hold them. */
  allocate(size: number): number {
    if (size > GREATEST) throw new RangeError(`${size} bytes at once are more than a runtime may ask for`)
    const order = orderOf(size)
    const address = this.#free[order]?.pop() ?? this.#extend(SMALLEST << order)
    this.#view()[address - HEADER] = order
    return address
  }

  /** The memory as bytes; one that has grown leaves its old buffer empty. */
  #view(): Uint8Array {
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(this.#memory.buffer)
    return this.#bytes
  }

  #extend(size: number): number {
    const address = this.#top + HEADER
    const end = address + size
    const missing = end - this.#memory.buffer.byteLength
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE))
    this.#top = end
    return address
  }

  /** Takes back what was given out at an address. */
  release(address: number): void {
    if (address < this.#base + HEADER || address > this.#top) {
      throw new RangeError(`nothing was allocated at address ${address}`)
    }
    const order = this.#view()[address - HEADER] ?? 0
    const blocks = this.#free[order]
    if (blocks === undefined) this.#free[order] = [address]
    else blocks.push(address)
  }
}

/** The number of the smallest size class that holds so many bytes. */
function orderOf(size: number): number {
  return size <= SMALLEST ? 0 : 32 - Math.clz32(size - 1) - 3
}
