import { join } from "node:path"
import { DeclarationFiles } from "./declarationFiles.js"
import { readRuntimeMetadata } from "./runtimeMetadata.js"

/** The forks whose runtimes are declared: the newest in reference/state, an older one in a folder of it. */
const NEWEST = "425"
const OLDER = [{ fork: "rao", specVersion: "261" }]

const fileOf = (folder: string, specVersion: string) => join(folder, `metadata-${specVersion}.hex.gz`)

/** The metadata files of a folder that the declarations are made from. */
export function metadataFiles(folder: string): readonly string[] {
  return [NEWEST, ...OLDER.map(({ specVersion }) => specVersion)].map((specVersion) => fileOf(folder, specVersion))
}

/** The text of every declaration file by its path under reference/state, from the metadata files of a folder. */
export function declarationFiles(folder: string): ReadonlyMap<string, string> {
  const newest = readRuntimeMetadata(fileOf(folder, NEWEST))
  const older = OLDER.map(({ fork, specVersion }) => {
    return { fork, specVersion, metadata: readRuntimeMetadata(fileOf(folder, specVersion)) }
  })
  const files = new DeclarationFiles(newest, NEWEST, { older }).files()
  for (const { fork, specVersion, metadata } of older) {
    const own = new DeclarationFiles(metadata, specVersion, { newer: newest }).files()
    for (const [path, text] of own) files.set(`${fork}/${path}`, text)
  }
  return files
}
