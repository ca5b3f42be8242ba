import { readNodeMetadata } from "../node/openNode.js"
import { openRuntimeFile } from "../runtime/runtimeFile.js"
import { readMetadataFile } from "./metadataFile.js"

/** A target that gives no metadata. The message says why. */
export class NoMetadata extends Error {}

/** Where metadata is read from, by how the target begins. */
const SOURCES: readonly (readonly [start: string, read: (rest: string, timeout: number) => Promise<Uint8Array>])[] = [
  ["metadata:", readMetadataFile],
  ["runtime:", async (file) => openRuntimeFile(file).metadata()],
  ["substrate:", readNodeMetadata],
]

/** The metadata of a target; `timeout` is how long a node may take for one answer, in milliseconds. */
export async function readMetadata(target: string, timeout: number): Promise<Uint8Array> {
  const source = SOURCES.find(([start]) => target.startsWith(start))
  if (source === undefined) {
    throw new NoMetadata(
      `the target "${target}" has no metadata; write substrate:ws://HOST:PORT, runtime:FILE or metadata:FILE`,
    )
  }
  const [start, read] = source
  try {
    return await read(target.slice(start.length), timeout)
  } catch (thrown) {
    throw new NoMetadata(thrown instanceof Error ? thrown.message : String(thrown))
  }
}
