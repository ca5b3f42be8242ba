import { DeclarationFiles } from "./declarationFiles.js"
import { recordedMetadata } from "./recordedMetadata.js"
import { readRuntimeMetadata } from "./runtimeMetadata.js"

/** The forks whose runtimes are declared: the newest in reference/state, an older one in a folder of it. */
const NEWEST = 425
const OLDER = [{ fork: "rao", specVersion: 261 }] as const

/** The text of every declaration file by its path under reference/state. */
export function declarationFiles(): ReadonlyMap<string, string> {
  const newest = readRuntimeMetadata(recordedMetadata(NEWEST))
  const older = OLDER.map(({ fork, specVersion }) => {
    return { fork, specVersion, metadata: readRuntimeMetadata(recordedMetadata(specVersion)) }
  })
  const files = new DeclarationFiles(newest, String(NEWEST), { older }).files()
  for (const { fork, specVersion, metadata } of older) {
    const own = new DeclarationFiles(metadata, String(specVersion), { newer: newest }).files()
    for (const [path, text] of own) files.set(`${fork}/${path}`, text)
  }
  return files
}
