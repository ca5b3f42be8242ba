import { Json } from "./json"
import { Parameter } from "./parameters"

/** A public function: from its parameters, the fields of `input`, to its result. */
export type Rule = (input: Parameter) => Json

/** The public functions of a fork, by name. */
export type Rules = Map<string, Rule>
