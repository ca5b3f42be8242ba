import { I32F32 } from "../numbers/fixedFormat"
import { U16 } from "../numbers/range"
import { Parameter } from "../protocol/parameters"
import { decimal, decimals } from "../protocol/results"
import { Rules } from "../protocol/rules"
import { weightedMedianByColumn } from "./consensus"
import { SparseRow } from "./sparseRow"
import { weightedMedian } from "./weightedMedian"

/** A list of pairs of a column and a value. */
function rowIn(row: Parameter): SparseRow {
  const read = new SparseRow()
  const pairs = row.elements()
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i].pair()
    read.add(pair[0].of(U16).toI32(), pair[1].of(I32F32))
  }
  return read
}

/** Adds the weighted median of chapter consensus. */
export function addConsensus(rules: Rules): void {
  rules.set("consensus.weightedMedian", (input) =>
    decimal(
      weightedMedian(
        input.field("stake").listOf(I32F32),
        input.field("score").listOf(I32F32),
        input.field("minority").of(I32F32),
        input.field("total").of(I32F32),
      ),
    ),
  )
  rules.set("consensus.weightedMedianByColumn", (input) =>
    decimals(
      weightedMedianByColumn(
        input.field("stake").listOf(I32F32),
        input
          .field("scores")
          .elements()
          .map<SparseRow>((row) => rowIn(row)),
        input.field("columns").of(U16).toI32(),
        input.field("majority").of(I32F32),
      ),
    ),
  )
}
