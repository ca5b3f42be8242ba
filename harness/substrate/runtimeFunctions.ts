import { Unsupported } from "../../reference/interface/modelSession.js"
import type { Answer } from "../../reference/interface/publicFunction.js"
import type { Json } from "../../reference/interface/valueType.js"
import type { ChainAccess } from "./chainAccess.js"
import type { ChainCoding } from "./coding/chainCoding.js"

/** Asks a chain for one of the specification's functions. Throws an Unsupported for one that no runtime API exposes. */
export async function callRuntimeFunction(
  _chain: ChainAccess,
  _coding: ChainCoding,
  name: string,
  _input: Json,
): Promise<Answer> {
  throw new Unsupported(`no runtime API exposes ${name}`)
}
