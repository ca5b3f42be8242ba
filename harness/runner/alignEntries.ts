import { isJsonList, type Json, type TypeDescription } from "../../reference/interface/valueType.js"

type Entry = readonly [column: string, value: string]

const INTEGER = /^-?[0-9]{1,1000}$/

/** Whether values of the type are sparse rows: lists of a column and what stands there. */
export function isSparseRow(type: TypeDescription): boolean {
  if (type.kind !== "vector" || type.of.kind !== "tuple" || type.of.of.length !== 2) return false
  const [column, value] = type.of.of
  return column?.kind === "integer" && (value?.kind === "integer" || value?.kind === "fixed")
}

function entriesOf(row: readonly Json[]): readonly Entry[] | undefined {
  const entries = row.flatMap((entry): Entry[] => {
    if (!isJsonList(entry)) return []
    const [column, value] = entry
    return typeof column === "string" && typeof value === "string" && INTEGER.test(value) ? [[column, value]] : []
  })
  const columns = new Set(entries.map(([column]) => column))
  return entries.length === row.length && columns.size === row.length ? entries : undefined
}

/** The entries in the order of both rows; undefined when the rows have two columns in different orders. */
function columnsInOrder(expected: readonly Entry[], got: readonly Entry[]): readonly string[] | undefined {
  const [inExpected, inGot] = [expected, got].map((row) => new Set(row.map(([column]) => column)))
  const columns: string[] = []
  let [i, j] = [0, 0]
  while (i < expected.length || j < got.length) {
    const [left, right] = [expected[i]?.[0], got[j]?.[0]]
    if (left !== undefined && (left === right || !inGot?.has(left))) {
      columns.push(left)
      i++
      if (left === right) j++
    } else if (right !== undefined && !inExpected?.has(right)) {
      columns.push(right)
      j++
    } else return undefined
  }
  return columns
}

/**
 * Two sparse rows with the same columns, where they are the same but for entries of at most the tolerance: such an
 * entry, missing on one side, is written there as zero. Undefined where they differ by more.
 */
export function alignEntries(
  expected: readonly Json[],
  got: readonly Json[],
  tolerance: bigint,
): readonly [readonly Json[], readonly Json[]] | undefined {
  const rows = [entriesOf(expected), entriesOf(got)] as const
  if (rows[0] === undefined || rows[1] === undefined) return undefined
  const columns = columnsInOrder(rows[0], rows[1])
  if (columns === undefined) return undefined
  const [ofExpected, ofGot] = [new Map(rows[0]), new Map(rows[1])]
  const isSmall = (value: string) => BigInt(value) <= tolerance && BigInt(value) >= -tolerance
  const lone = columns.filter((column) => ofExpected.has(column) !== ofGot.has(column))
  if (!lone.every((column) => isSmall(ofExpected.get(column) ?? ofGot.get(column) ?? "0"))) return undefined
  const filled = (row: ReadonlyMap<string, string>) => columns.map((column) => [column, row.get(column) ?? "0"])
  return [filled(ofExpected), filled(ofGot)]
}
