import { compact, Option, u32 } from "scale-ts"
import { type HostMemory, prefixed } from "../hostMemory.js"
import type { Cleared } from "../storage/runtimeStorage.js"

const limitCodec = Option(u32)

/** Bytes behind their compact SCALE length. */
export function withLength(bytes: Uint8Array): Uint8Array {
  const length = compact.enc(bytes.length)
  const joined = new Uint8Array(length.length + bytes.length)
  joined.set(length)
  joined.set(bytes, length.length)
  return joined
}

/** The limit that `Option<u32>` names; undefined for none. */
export function limitOf(memory: HostMemory, packed: bigint): number | undefined {
  return limitCodec.dec(memory.packedBytes(packed))
}

/** Gives `KillStorageResult`: whether keys remain, and how many were removed. */
export function clearedAnswer(memory: HostMemory, { removed, more }: Cleared): bigint {
  return memory.givePacked(prefixed(more ? 1 : 0, u32.enc(removed)))
}

/** Copies a value from an offset on to where the runtime wants it; gives the SCALE bytes of how long that rest is. */
export function partFrom(
  memory: HostMemory,
  value: Uint8Array | undefined,
  into: bigint,
  offset: number,
): Uint8Array | undefined {
  if (value === undefined) return undefined
  const rest = value.subarray(Math.min(offset >>> 0, value.length))
  const target = memory.packedView(into)
  target.set(rest.subarray(0, target.length))
  return u32.enc(rest.length)
}
