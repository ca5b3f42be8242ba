import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import { packageFolder } from "../packageFolder.js"
import type { RecordedBlock, Recording, RecordingHeader } from "./recording.js"

/** A recording that cannot be read; the message says where and why. */
export class RecordingError extends Error {
  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`)
    this.name = "UsageError"
  }
}

const MOST_BYTES = 1 << 30
const SCHEMA = "recording.schema.json"

interface Validators {
  readonly header: ValidateFunction<RecordingHeader>
  readonly startingState: ValidateFunction<{ readonly state: Recording["state"] }>
  readonly block: ValidateFunction<RecordedBlock>
}

let compiled: Validators | undefined

function validators(): Validators {
  if (compiled !== undefined) return compiled
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
  ajv.addSchema(JSON.parse(readFileSync(join(packageFolder, "spec", SCHEMA), "utf8")))
  const part = <T>(name: string) => ajv.compile<T>({ $ref: `${SCHEMA}#/$defs/${name}` })
  compiled = { header: part("header"), startingState: part("startingState"), block: part("block") }
  return compiled
}

/** Reads a recording: gzipped JSON lines, or plain ones. Throws a RecordingError. */
export function readRecording(path: string): Recording {
  const [header, state, ...blocks] = lines(path)
  if (header === undefined || state === undefined)
    throw new RecordingError(path, "a header and a starting state are missing")
  const check = validators()
  const recording = {
    header: checked(path, header, check.header),
    state: checked(path, state, check.startingState).state,
    blocks: blocks.map((line) => checked(path, line, check.block)),
  }
  if (recording.blocks.length !== recording.header.blocks) {
    throw new RecordingError(
      path,
      `the header promises ${recording.header.blocks} blocks, the file has ${recording.blocks.length}`,
    )
  }
  return recording
}

interface Line {
  readonly number: number
  readonly json: unknown
}

function lines(path: string): readonly Line[] {
  const text = contents(path)
  return text
    .split("\n")
    .flatMap((line, index) => (line === "" ? [] : [{ number: index + 1, json: parsed(path, line, index + 1) }]))
}

function contents(path: string): string {
  const file = fileBytes(path)
  if (file[0] !== 0x1f || file[1] !== 0x8b) return file.toString("utf8")
  try {
    return gunzipSync(file, { maxOutputLength: MOST_BYTES }).toString("utf8")
  } catch {
    throw new RecordingError(path, "the gzip data is damaged or too large")
  }
}

function fileBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (thrown) {
    throw new RecordingError(
      path,
      `cannot be read (${thrown instanceof Error && "code" in thrown ? thrown.code : "unknown reason"})`,
    )
  }
}

function parsed(path: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new RecordingError(path, `line ${number} is not JSON`)
  }
}

function checked<T>(path: string, line: Line, validate: ValidateFunction<T>): T {
  const { json, number } = line
  if (validate(json)) return json
  const [problem] = validate.errors ?? []
  throw new RecordingError(
    path,
    `line ${number}: ${problem?.instancePath || "the line"} ${problem?.message ?? "is not as expected"}`,
  )
}
