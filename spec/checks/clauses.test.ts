import { describe, expect, it } from "vitest"
import { readChapters } from "../../harness/clauses/readClauses.js"
import {
  counterpartProblems,
  idProblems,
  linkProblems,
  quirkProblems,
  roundingProblems,
  ruleFunctions,
  schemaProblems,
  vectorIds,
} from "./clauseProblems.js"
import { declaredErrors, errorProblems, readUnusedErrors } from "./errorProblems.js"

const chapters = readChapters()
const functions = ruleFunctions()

describe("the clauses", () => {
  it("are of the form that the schema says", () => {
    expect(schemaProblems(chapters)).toEqual([])
  })

  it("have ids of their chapter, each once", () => {
    expect(idProblems(chapters)).toEqual([])
  })

  it("name counterparts that are clauses of the other fork", () => {
    expect(counterpartProblems(chapters)).toEqual([])
  })

  it("and the model's public functions name each other", () => {
    expect(linkProblems(chapters, functions)).toEqual([])
  })

  it("say of every operation that rounds, truncates, saturates or wraps which way and how much", () => {
    expect(roundingProblems(chapters, functions)).toEqual([])
  })

  it("show every quirk with a vector", () => {
    expect(quirkProblems(chapters, vectorIds())).toEqual([])
  })

  it("give every error that the chain declares, unless a reason says why it is never given", () => {
    expect(errorProblems(chapters, declaredErrors(), readUnusedErrors())).toEqual([])
  })
})

describe("the check of the clauses", () => {
  const [chapter] = chapters.filter(({ chapter: name }) => name === "pool")
  const [clause] = chapter?.clauses ?? []
  if (chapter === undefined || clause === undefined) throw new Error("spec/pool.yaml has no clauses")
  const changed = (change: object) => [{ ...chapter, clauses: [{ ...clause, ...change }] }]
  const [name] = clause.functions

  it("finds a clause without a function of the model", () => {
    const gone = changed({ functions: ["reference/pool/nowhere.ts#nothing"] })
    expect(linkProblems(gone, functions)).toContain(
      `${clause.id} names reference/pool/nowhere.ts#nothing, which the model does not have`,
    )
  })

  it("finds a public function without a clause", () => {
    const bare = functions.map((declared) => (declared.name === name ? { ...declared, clauses: [] } : declared))
    expect(linkProblems(chapters, bare)).toContain(`${name} is public and has no clause`)
  })

  it("finds a rounding that no clause speaks of, and one that no function does", () => {
    expect(roundingProblems(changed({ rounding: [] }), functions)).toContainEqual(
      expect.stringMatching(`${clause.id} does not say how .* rounds`),
    )
    const invented = changed({ rounding: [{ operation: "I8.sqrt", direction: "up", bound: "1" }] })
    expect(roundingProblems(invented, functions)).toContain(
      `${clause.id} speaks of I8.sqrt, which its functions do not use`,
    )
  })

  it("finds a repeated id and one of another chapter", () => {
    expect(idProblems([...changed({}), ...changed({})])).toEqual([`${clause.id} is the id of two clauses`])
    expect(idProblems(changed({ id: "emission-99" }))).toEqual(["emission-99 stands in spec/pool.yaml"])
  })

  it("finds a counterpart that is no clause of the fork", () => {
    const elsewhere = { elsewhere: { balancer: clause.id } }
    expect(counterpartProblems(changed({ ...elsewhere, forks: ["balancer"] }))).toEqual([])
    expect(counterpartProblems(changed({ ...elsewhere, forks: ["rao"] }))).toHaveLength(1)
  })

  it("finds an error of a fork without a clause, and a reason for one that has a clause or is not declared", () => {
    const one = changed({ forks: ["rao"], errors: ["Swap.Given"], preconditions: [], errorsByCall: {} })
    const of = (fork: string, error: string) => ({ fork, error })
    const declared = [of("rao", "Swap.Given"), of("balancer", "Swap.Given"), of("rao", "Swap.Missing")]
    expect(errorProblems(one, declared, [])).toEqual([
      "Swap.Given of fork balancer: no clause gives it, and spec/unusedErrors.yaml has no reason",
      "Swap.Missing of fork rao: no clause gives it, and spec/unusedErrors.yaml has no reason",
    ])
    const reasons = [{ forks: ["rao"], errors: ["Swap.Given", "Swap.Gone"], reason: "because" }]
    expect(errorProblems(one, [of("rao", "Swap.Given")], reasons)).toEqual([
      "spec/unusedErrors.yaml has a reason for Swap.Given of fork rao, which needs none",
      "spec/unusedErrors.yaml has a reason for Swap.Gone of fork rao, which needs none",
    ])
  })

  it("finds a quirk without a vector, and one whose vector is not there", () => {
    const quirk = { what: "It is odd.", why: "It matters." }
    expect(quirkProblems(changed({ quirk: { ...quirk, vectors: [] } }), new Set())).toEqual([
      `${clause.id} has a quirk that no vector shows`,
    ])
    expect(
      quirkProblems(changed({ quirk: { ...quirk, vectors: ["balancer/a", "balancer/b"] } }), new Set(["balancer/a"])),
    ).toEqual([`${clause.id} has a quirk that balancer/b shows, which is no vector`])
  })

  it("finds a clause without a statement", () => {
    expect(schemaProblems(changed({ statement: "" }))).not.toEqual([])
  })
})
