import type { BlockRequest } from "../../reference/interface/modelSession.js"
import type { JsonObject } from "../../reference/interface/valueType.js"

/** An input of a public function. */
export interface FunctionCase {
  readonly kind: "function"
  readonly function: string
  readonly input: JsonObject
}

/** A state and blocks on it. */
export interface BlocksCase {
  readonly kind: "blocks"
  /** The chapter under which a vector of it stands. */
  readonly chapter: string
  readonly state: JsonObject
  readonly blocks: readonly BlockRequest[]
}

/** What model and implementation are both asked. */
export type FuzzCase = FunctionCase | BlocksCase
