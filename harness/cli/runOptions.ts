import type { Shard } from "../runner/result.js"
import { parseShard } from "../runner/shard.js"
import { problemOf } from "../transports/connection.js"
import { parseTarget, type Target } from "../transports/target.js"
import { findSamples } from "./samples.js"
import { UsageError } from "./usageError.js"

/** The options of `subtensor-spec run` as they are given. */
export interface RunCommandOptions {
  readonly impl?: readonly string[]
  readonly samples?: boolean
  readonly fork?: readonly string[]
  readonly chapter?: readonly string[]
  readonly filter?: string
  readonly vectors?: string
  readonly shard?: string
  readonly jobs: string
  readonly timeout: string
  readonly expected?: readonly string[]
  readonly writeExpected?: string
  readonly compareTo?: string
  readonly report?: string
  readonly json?: boolean
}

/** Reads a number above 0. Throws a UsageError for other texts. */
export function positive(option: string, text: string): number {
  const value = Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new UsageError(`${option} takes a number above 0, not "${text}"`)
}

/** The shard that is asked for. Throws a UsageError for a text of another form. */
export function shardAsked({ shard, compareTo }: RunCommandOptions): Shard | undefined {
  if (shard === undefined) return undefined
  const parsed = parseShard(shard)
  if (parsed === undefined) {
    throw new UsageError(`--shard takes NUMBER/OF, from 1/8 to 8/8 for eight shards, not "${shard}"`)
  }
  if (compareTo === undefined) return parsed
  throw new UsageError("--compare-to takes no part of a run: merge the shards, with subtensor-spec merge --compare-to")
}

/** The targets that were asked for; the bundled samples follow those that were named. */
function targetTexts({ impl = [], samples }: RunCommandOptions): readonly string[] {
  if (samples !== true) {
    if (impl.length === 0) throw new UsageError("nothing to run: name an implementation with --impl, or add --samples")
    return impl
  }
  const { targets, leftOut } = findSamples()
  for (const reason of leftOut) process.stderr.write(`${reason}\n`)
  return [...impl, ...targets]
}

/** The target that a text names. Throws a UsageError when it is of no known form. */
export function targetAsked(text: string): Target {
  try {
    return parseTarget(text)
  } catch (thrown) {
    throw new UsageError(problemOf(thrown))
  }
}

/** The targets to run. Throws a UsageError for one of no known form. */
export function targetsAsked(options: RunCommandOptions): readonly Target[] {
  return targetTexts(options).map(targetAsked)
}
