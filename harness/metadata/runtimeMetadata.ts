import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { decAnyMetadata, unifyMetadata } from "@polkadot-api/substrate-bindings"
import { fromHex } from "../../reference/state/scaleTypes.js"

/** A runtime's own description of its storage, calls, events, errors and constants. */
export type RuntimeMetadata = ReturnType<typeof unifyMetadata>
/** One pallet of the description. */
export type PalletMetadata = RuntimeMetadata["pallets"][number]
/** One type of the description. */
export type TypeMetadata = RuntimeMetadata["lookup"][number]

/** Decodes metadata of version 14 or later from its SCALE bytes, which begin with the word "meta". Throws when it is none. */
export function decodeMetadata(bytes: Uint8Array): RuntimeMetadata {
  return unifyMetadata(decAnyMetadata(bytes))
}

/** Reads metadata from hexadecimal text, gzipped if the file's name ends in `.gz`. */
export function readRuntimeMetadata(path: string): RuntimeMetadata {
  const file = readFileSync(path)
  const text = (path.endsWith(".gz") ? gunzipSync(file) : file).toString("utf8").trim()
  return decodeMetadata(fromHex(text.startsWith("0x") ? text : `0x${text}`))
}
