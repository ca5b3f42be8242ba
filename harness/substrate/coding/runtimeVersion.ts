import { Bytes, createDecoder, str, Tuple, u8, u32, Vector } from "scale-ts"
import type { RuntimeVersion } from "../chainAccess.js"

const apis = Vector(Tuple(Bytes(8), u32))

/** Reads what `Core_version` answers. */
export const decodeRuntimeVersion: (bytes: Uint8Array) => RuntimeVersion = createDecoder((input) => {
  const specName = str.dec(input)
  const implName = str.dec(input)
  u32.dec(input)
  const specVersion = u32.dec(input)
  u32.dec(input)
  apis.dec(input)
  return { specName, implName, specVersion, transactionVersion: u32.dec(input), stateVersion: u8.dec(input) }
})
