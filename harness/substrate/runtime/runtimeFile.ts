import { readFileSync } from "node:fs"
import { isJsonObject, type Json, type JsonObject } from "../../../reference/interface/valueType.js"
import { fromHex, type Hex } from "../../../reference/state/scaleTypes.js"
import { NoRuntime } from "./codeBlob.js"
import { CODE_KEY, RuntimeChain } from "./runtimeChain.js"

const HEX = /^0x(?:[0-9a-fA-F]{2})*$/
const OPENING_BRACE = 0x7b

/** A runtime and the storage that it begins with. */
interface RuntimeContents {
  readonly blob: Uint8Array
  readonly genesis: ReadonlyMap<Hex, Hex>
}

function fileBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw new NoRuntime("there is no readable file of that name")
  }
}

function memberOf(json: Json | undefined, name: string): Json | undefined {
  return json !== undefined && isJsonObject(json) ? json[name] : undefined
}

/** The raw storage of a chain specification's genesis. */
function rawGenesis(text: string): JsonObject {
  const top = memberOf(memberOf(memberOf(parsed(text), "genesis"), "raw"), "top")
  if (top !== undefined && isJsonObject(top)) return top
  throw new NoRuntime("the chain specification has no raw genesis (genesis.raw.top); build one with build-spec --raw")
}

function parsed(text: string): Json {
  try {
    const json: Json = JSON.parse(text)
    return json
  } catch {
    throw new NoRuntime("it begins like a chain specification and is not JSON")
  }
}

function hexOf(value: Json | undefined, key: string): Hex {
  if (typeof value === "string" && HEX.test(value)) return `0x${value.slice(2).toLowerCase()}`
  throw new NoRuntime(`what its genesis has under ${key.slice(0, 80)} is not hexadecimal`)
}

function contentsOfSpecification(text: string): RuntimeContents {
  const genesis = new Map(Object.entries(rawGenesis(text)).map(([key, value]) => [hexOf(key, key), hexOf(value, key)]))
  const code = genesis.get(CODE_KEY)
  if (code === undefined) throw new NoRuntime("the genesis of the chain specification holds no runtime (:code)")
  return { blob: fromHex(code), genesis }
}

/** Opens a runtime blob, or a chain specification whose raw genesis holds one. Throws an Error that names the file. */
export function openRuntimeFile(path: string): RuntimeChain {
  try {
    const bytes = fileBytes(path)
    const isSpecification = bytes[0] === OPENING_BRACE
    const contents = isSpecification
      ? contentsOfSpecification(new TextDecoder().decode(bytes))
      : { blob: bytes, genesis: new Map<Hex, Hex>() }
    return new RuntimeChain(`runtime:${path}`, contents.blob, contents.genesis)
  } catch (thrown) {
    throw new NoRuntime(`${path} is no runtime: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}
