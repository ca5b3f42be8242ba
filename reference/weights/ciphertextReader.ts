/** Bytes that are too few or not of the type that is read from them. */
export class MalformedCiphertext extends Error {
  override readonly name = "MalformedCiphertext"
}

const LENGTH_BYTES = 8

/** Reads, one after the other, the parts that a ciphertext is made of. What follows the last does not matter. */
export class CiphertextReader {
  readonly #bytes: Uint8Array
  #position = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** So many bytes. */
  take(count: number): Uint8Array {
    const end = this.#position + count
    if (end > this.#bytes.length) throw new MalformedCiphertext(`${count} bytes are expected and fewer are left`)
    const taken = this.#bytes.subarray(this.#position, end)
    this.#position = end
    return taken
  }

  /** As many bytes as the u64 before them says, least significant byte first. */
  takeCounted(): Uint8Array {
    const prefix = this.take(LENGTH_BYTES)
    const count = new DataView(prefix.buffer, prefix.byteOffset, LENGTH_BYTES).getBigUint64(0, true)
    return this.take(Number(count))
  }
}
