import { existsSync, statSync } from "node:fs"
import { forksOf, type LoadedVectors, loadVectors } from "../runner/loadVectors.js"
import type { Shard } from "../runner/result.js"
import { filtered } from "../runner/select.js"
import { shardOf } from "../runner/shard.js"
import { UsageError } from "./usageError.js"

/** Which vectors the user wants. */
export interface Selection {
  readonly path: string
  readonly forks: readonly string[] | undefined
  readonly chapters: readonly string[] | undefined
  readonly filter: string | undefined
  readonly shard?: Shard | undefined
}

/** The vectors to run. */
export interface SelectedVectors extends LoadedVectors {
  /** The ids of all vectors that were read, with those that the filter or the shard leaves out. */
  readonly ids: readonly string[]
}

async function checkForks({ path, forks }: Selection): Promise<void> {
  if (!existsSync(path)) throw new UsageError(`there is no folder or file of vectors at ${path}`)
  if (forks === undefined || statSync(path).isFile()) return
  const known = await forksOf(path)
  const unknown = forks.find((fork) => !known.includes(fork))
  if (unknown !== undefined) {
    throw new UsageError(`there are no vectors of the fork "${unknown}"; there are of ${known.join(", ") || "none"}`)
  }
}

function nothingSelected({ path, chapters, filter }: Selection): UsageError {
  const wanted = [
    ...(chapters === undefined ? [] : [`of ${chapters.join(" or ")}`]),
    ...(filter === undefined ? [] : [`with an id like "${filter}"`]),
  ]
  return new UsageError(`there are no vectors ${wanted.join(" ")} in ${path}; run without the filter to see all`)
}

/** Reads the vectors that the user wants. Throws a UsageError when there are none. */
export async function selectVectors(selection: Selection): Promise<SelectedVectors> {
  await checkForks(selection)
  const loaded = await loadVectors(selection)
  const wanted = loaded.vectors.filter(
    ({ fork, chapter }) => (selection.forks?.includes(fork) ?? true) && (selection.chapters?.includes(chapter) ?? true),
  )
  const vectors = filtered(wanted, selection.filter)
  if (vectors.length === 0 && loaded.problems.length === 0) throw nothingSelected(selection)
  const { shard } = selection
  return {
    ...loaded,
    vectors: shard === undefined ? vectors : shardOf(vectors, shard),
    ids: loaded.vectors.map(({ id }) => id),
  }
}
