import { join } from "node:path"
import { packageFolder } from "../packageFolder.js"

/** The spec_versions of `node-subtensor` whose metadata is kept. */
export type RecordedSpecVersion = 261 | 377 | 425

/** The file with the metadata that a runtime of the chain gave of itself: hexadecimal, packed with gzip. */
export function recordedMetadata(specVersion: RecordedSpecVersion): string {
  return join(packageFolder, "harness", "metadata", "recorded", `node-subtensor-${specVersion}.hex.gz`)
}
