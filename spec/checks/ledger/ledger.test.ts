import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { readChapters } from "../../../harness/clauses/readClauses.js"
import { packageFolder } from "../../../harness/packageFolder.js"
import { loadVectors } from "../../../harness/runner/loadVectors.js"
import { ruleFunctions } from "../clauseProblems.js"
import { ledgerProblems, measureLedger, readLedger, readUnshownRoundings } from "./ledger.js"
import { watchModel } from "./runModel.js"

const ledger = readLedger()
const model = await watchModel()
afterAll(model.remove)

describe("the rounding ledger", () => {
  it("has a vector or a reason for every operation that a clause says to round", () => {
    expect(ledgerProblems(readChapters(), ledger, readUnshownRoundings())).toEqual([])
  })

  it("says what its vectors show, when they are run", async () => {
    const shown = new Set(ledger.map(({ vector }) => vector))
    const { vectors } = await loadVectors({ path: join(packageFolder, "vectors") })
    const measured = measureLedger(
      ruleFunctions(),
      model,
      vectors.filter(({ id }) => shown.has(id)),
    )
    expect(measured).toEqual(ledger)
  })
})

describe("the check of the ledger", () => {
  const [row] = ledger
  if (row === undefined) throw new Error("spec/ledger.json is empty")

  it("finds a row without a vector, and one of which no clause speaks", () => {
    const problems = ledgerProblems(readChapters(), [{ ...row, operation: "I8.sqrt" }], readUnshownRoundings())
    expect(problems).toContain(
      `${row.clause} ${row.operation}: no vector shows it round, and spec/unshownRoundings.yaml gives no reason`,
    )
    expect(problems).toContain(`spec/ledger.json has ${row.clause} I8.sqrt, of which no clause speaks`)
  })

  it("finds a reason for a row that has a vector", () => {
    const reasons = [{ rows: { [row.clause]: [row.operation] }, reason: "because" }]
    expect(ledgerProblems([], ledger, reasons)).toContain(
      `spec/unshownRoundings.yaml gives a reason for ${row.clause} ${row.operation}, which needs none`,
    )
  })
})
