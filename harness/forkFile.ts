import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { isJsonList, isJsonObject, type Json, type JsonObject } from "../reference/interface/valueType.js"
import { packageFolder } from "./packageFolder.js"

/** The forks as spec/forks.yaml lists them, oldest first. */
export function readForks(): readonly JsonObject[] {
  const document: Json = parse(readFileSync(join(packageFolder, "spec", "forks.yaml"), "utf8"))
  const forks = isJsonObject(document) ? document.forks : document
  return isJsonList(forks) ? forks.filter(isJsonObject) : []
}

/** The newest fork that begins at or before a spec_version: the one whose rules it most likely keeps. */
export function forkOfVersion(specVersion: number): string | undefined {
  const begun = readForks().filter(({ specVersions }) => {
    const first = isJsonObject(specVersions) ? Number(specVersions.first) : Number.NaN
    return first <= specVersion
  })
  const newest = begun.at(-1)
  return newest === undefined ? undefined : String(newest.name)
}
