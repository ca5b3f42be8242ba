import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Finding } from "./fuzz.js"
import { BrokenCopies } from "./testing/brokenCopies.js"
import { findMistake } from "./testing/findMistake.js"
import { type Mistake, mistakes, RUNS, SEED } from "./testing/mistakes.js"
import { sizeOf } from "./testing/sizeOf.js"

const AT_A_TIME = 2
const LARGEST = { sample: 12, model: 40 } as const

const copies = new BrokenCopies()
const found = new Map<Mistake, Finding | undefined>()

async function find(mistake: Mistake): Promise<void> {
  found.set(mistake, await findMistake(mistake, await copies.target(mistake), { runs: RUNS, seed: SEED }))
}

/** Some at a time: making a copy and asking it each keep a process busy. */
beforeAll(async () => {
  const waiting = [...mistakes]
  const work = async () => {
    for (let mistake = waiting.shift(); mistake !== undefined; mistake = waiting.shift()) await find(mistake)
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
}, 300_000)

afterAll(() => copies.close())

describe("a copy of a right implementation with one mistake in it", () => {
  it.each(mistakes.map((mistake) => [mistake.name, mistake] as const))("that %s is found out", (_, mistake) => {
    const finding = found.get(mistake)
    if (finding === undefined) throw new Error(`nothing was found in ${RUNS} cases`)
    const { vector, verdict } = finding
    expect(verdict.status).toBe("failed")
    expect(mistake.clauses.some((clause) => vector.clauses.includes(clause))).toBe(true)
    expect(verdict.failure?.differences[0]?.path).toBeDefined()
    expect(sizeOf(vector)).toBeLessThanOrEqual(LARGEST[mistake.copyOf])
  })
})
