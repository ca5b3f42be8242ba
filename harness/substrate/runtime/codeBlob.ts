import { decompress } from "fzstd"

/** What a runtime that is compressed with zstd begins with. */
const ZSTD_MARK = Uint8Array.of(0x52, 0xbc, 0x53, 0x76, 0x46, 0xdb, 0x8e, 0x05)
const WASM_MARK = Uint8Array.of(0x00, 0x61, 0x73, 0x6d)
/** As much as a node unpacks. */
const MOST_BYTES = 50 * 1024 * 1024

/** Bytes that are no runtime; the message says why. */
export class NoRuntime extends Error {}

function begins(bytes: Uint8Array, mark: Uint8Array): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

function unpacked(packed: Uint8Array): Uint8Array {
  try {
    return decompress(packed)
  } catch {
    throw new NoRuntime("its zstd data is damaged")
  }
}

/** The WebAssembly module of a runtime blob, raw or compressed as Substrate does. Throws a NoRuntime. */
export function moduleOfBlob(blob: Uint8Array): Uint8Array {
  const bytes = begins(blob, ZSTD_MARK) ? unpacked(blob.subarray(ZSTD_MARK.length)) : blob
  if (bytes.length > MOST_BYTES) throw new NoRuntime(`unpacked, it is larger than ${MOST_BYTES} bytes`)
  if (!begins(bytes, WASM_MARK)) throw new NoRuntime("it is neither a WebAssembly module nor one compressed with zstd")
  return bytes
}
