import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js"
import { isJsonObject, type Json } from "../../reference/interface/valueType.js"
import { packageFolder } from "../packageFolder.js"
import type { ExpectedFailures } from "../runner/expectedFailures.js"
import type { RunReport } from "../runner/result.js"
import type { Vector } from "../runner/vector.js"
import type { MethodName, Methods } from "./messages.js"

const MESSAGES = "urn:subtensor-spec:protocol:messages"

const RESULT_SCHEMAS: { readonly [M in MethodName]: string } = {
  handshake: "handshakeResult",
  call: "answer",
  apply: "blockAnswer",
  load: "nothing",
  step: "blockAnswer",
  read: "state",
}

const PARAMS_SCHEMAS: { readonly [M in MethodName]: string } = {
  handshake: "handshakeParams",
  call: "callParams",
  apply: "applyParams",
  load: "loadParams",
  step: "block",
  read: "readParams",
}

/** Reads one of the schemas of spec/. */
function readSchema(...path: readonly string[]): { readonly [key: string]: Json } {
  const file = join(packageFolder, "spec", ...path)
  const schema: Json = JSON.parse(readFileSync(file, "utf8"))
  if (!isJsonObject(schema)) throw new Error(`${file} is not a schema`)
  return schema
}

function compiler(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: false, discriminator: true, strict: false, messages: true })
  ajv.addSchema(readSchema("protocol", "messages.schema.json"))
  ajv.addSchema(readSchema("vector.schema.json"))
  ajv.addSchema(readSchema("protocol", "report.schema.json"))
  ajv.addSchema(readSchema("protocol", "expected.schema.json"))
  return ajv
}

let sharedCompiler: Ajv2020 | undefined
const compiled = new Map<string, ValidateFunction>()

function validatorOf(reference: string): ValidateFunction {
  sharedCompiler ??= compiler()
  const known = compiled.get(reference) ?? sharedCompiler.compile({ $ref: reference })
  compiled.set(reference, known)
  return known
}

function pathOf(pointer: string, root: string): string {
  const steps = pointer.split("/").slice(1)
  return steps.reduce((path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : `${path}.${step}`), root)
}

function sentenceOf(error: ErrorObject, root: string): string {
  const path = pathOf(error.instancePath, root)
  const allowed: unknown = error.params.allowedValues ?? error.params.allowedValue
  const extra: unknown = error.params.additionalProperty
  if (typeof extra === "string") return `${path}: "${extra}" is not a field of it`
  return `${path} ${error.message ?? "is malformed"}${allowed === undefined ? "" : `: ${JSON.stringify(allowed)}`}`
}

/** The most telling of the errors: the one deepest in the value, and of those the first. */
function tellingError(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = (error: ErrorObject) => error.instancePath.split("/").length
  return errors.reduce<ErrorObject | undefined>(
    (best, error) => (best === undefined || depth(error) > depth(best) ? error : best),
    undefined,
  )
}

function problemOf(reference: string, json: unknown, root: string): string | undefined {
  const validate = validatorOf(reference)
  if (validate(json)) return undefined
  const error = tellingError(validate.errors ?? [])
  return error === undefined ? `${root} is malformed` : sentenceOf(error, root)
}

/** What is wrong with the parameters of a request, or undefined. */
export function problemOfParams(method: MethodName, params: Json): string | undefined {
  return problemOf(`${MESSAGES}#/$defs/${PARAMS_SCHEMAS[method]}`, params, "params")
}

/** Whether parameters are of the form that the method takes. */
export function isParamsOf<M extends MethodName>(method: M, params: unknown): params is Methods[M]["params"] {
  return validatorOf(`${MESSAGES}#/$defs/${PARAMS_SCHEMAS[method]}`)(params) === true
}

/** What is wrong with the result of a request, or undefined. */
export function problemOfResult(method: MethodName, result: Json): string | undefined {
  return problemOf(`${MESSAGES}#/$defs/${RESULT_SCHEMAS[method]}`, result, "result")
}

/** Whether a result is of the form that the method gives. */
export function isResultOf<M extends MethodName>(method: M, result: unknown): result is Methods[M]["result"] {
  return validatorOf(`${MESSAGES}#/$defs/${RESULT_SCHEMAS[method]}`)(result) === true
}

/** What is wrong with one vector, or undefined. */
export function problemOfVector(vector: Json, path: string): string | undefined {
  return problemOf("urn:subtensor-spec:vector#/$defs/vector", vector, path)
}

/** Whether a JSON value has the form of a vector. */
export function isVector(json: unknown): json is Vector {
  return validatorOf("urn:subtensor-spec:vector#/$defs/vector")(json) === true
}

/** What is wrong with the JSON report of a run, or undefined. */
export function problemOfReport(json: Json): string | undefined {
  return problemOf("urn:subtensor-spec:report", json, "the report")
}

/** Whether a JSON value is the report of a run. */
export function isReport(json: unknown): json is RunReport {
  return validatorOf("urn:subtensor-spec:report")(json) === true
}

/** What is wrong with the content of a file of expected failures, or undefined. */
export function problemOfExpectedFailures(content: unknown): string | undefined {
  return problemOf("urn:subtensor-spec:expected", content, "the file")
}

/** Whether a value is the content of a file of expected failures. */
export function isExpectedFailures(content: unknown): content is ExpectedFailures {
  return validatorOf("urn:subtensor-spec:expected")(content) === true
}
