import { join } from "node:path"
import { readChapters } from "../../../harness/clauses/readClauses.js"
import { packageFolder } from "../../../harness/packageFolder.js"
import { loadVectors } from "../../../harness/runner/loadVectors.js"
import { functionTable } from "../../../reference/interface/functionTable.js"
import type { FunctionMeter, RanFunctions } from "./functionMeter.js"
import { type RecordedCalls, replayAll, servedCalls } from "./recordedCalls.js"

/** What only the model says: nothing that the real chain did shows it. */
export interface Unconfirmed {
  /** Phases of recordings that confirm the rest, and phases that the model gives otherwise. */
  readonly phases: { readonly matched: number; readonly others: number }
  /** Clauses of which no function ran while the recordings were replayed. */
  readonly clauses: readonly string[]
  /** Public functions without a vector whose value the chain gave, all of whose clauses are unconfirmed too. */
  readonly functions: readonly string[]
  /** Calls that no recording has, and calls that recordings only show refused, or only accepted. */
  readonly calls: readonly string[]
  readonly onlyRefused: readonly string[]
  readonly onlyAccepted: readonly string[]
}

/** The functions of which at least one vector has a value that the chain's own code gave. */
async function functionsOfTheChain(): Promise<ReadonlySet<string>> {
  const { vectors } = await loadVectors({ path: join(packageFolder, "vectors") })
  return new Set(
    vectors.flatMap((vector) => (vector.kind === "function" && vector.confirmed === "chain" ? [vector.function] : [])),
  )
}

function clausesThatDidNotRun(ran: RanFunctions, confirmed: ReadonlySet<string>): readonly string[] {
  const byVectors = new Set([...confirmed].flatMap((name) => functionTable.get(name)?.clauses ?? []))
  return readChapters().flatMap(({ clauses }) =>
    clauses
      .filter(({ id, functions }) => !byVectors.has(id) && !functions.some((name) => ran.has(name)))
      .map(({ id, title }) => `${id} ${title}`),
  )
}

function unconfirmedCalls({ accepted, refused }: RecordedCalls) {
  const served = servedCalls()
  return {
    calls: served.filter((call) => !accepted.has(call) && !refused.has(call)),
    onlyRefused: served.filter((call) => !accepted.has(call) && refused.has(call)),
    onlyAccepted: served.filter((call) => accepted.has(call) && !refused.has(call)),
  }
}

/** Replays the recordings and says what of the model they don't show. */
export async function findUnconfirmed(meter: FunctionMeter): Promise<Unconfirmed> {
  meter.modelIsLoaded()
  const recorded = replayAll(join(packageFolder, "vectors", "captured"))
  const ran = meter.finish()
  const confirmed = await functionsOfTheChain()
  const clauses = clausesThatDidNotRun(ran, confirmed)
  const ids = new Set(clauses.map((clause) => clause.split(" ")[0]))
  const functions = [...functionTable.values()]
    .filter((declared) => !confirmed.has(declared.name) && declared.clauses.every((id) => ids.has(id)))
    .map(({ name }) => name)
  const { matched, others } = recorded
  return { phases: { matched, others }, clauses, functions, ...unconfirmedCalls(recorded) }
}
