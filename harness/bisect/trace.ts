import type { BlockRequest } from "../../reference/interface/modelSession.js"
import type { JsonObject } from "../../reference/interface/valueType.js"

/** A state and blocks on it. */
export interface Trace {
  /** The id of the vector, or the name of the recording's file. */
  readonly name: string
  readonly fork: string
  readonly chapter: string
  readonly state: JsonObject
  /** Never empty. */
  readonly blocks: readonly BlockRequest[]
}
