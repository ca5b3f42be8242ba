import { readFile } from "node:fs/promises"
import type { Json } from "../../reference/interface/valueType.js"
import { isReport, problemOfReport } from "../protocol/schemas.js"
import type { RunReport } from "../runner/result.js"
import { UsageError } from "./usageError.js"

function parsed(file: string, text: string): Json {
  try {
    const json: Json = JSON.parse(text)
    return json
  } catch {
    throw new UsageError(`${file} is not JSON`)
  }
}

/** Reads the JSON report of a run. Throws a UsageError that says what is wrong with the file. */
export async function readReport(file: string): Promise<RunReport> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new UsageError(`there is no readable file ${file}`)
  })
  const json = parsed(file, text)
  if (!isReport(json)) throw new UsageError(`${file} is not the JSON report of a run: ${problemOfReport(json)}`)
  return json
}
