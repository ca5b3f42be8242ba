import { functionTable } from "../../../reference/interface/functionTable.js"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { VectorFile, VectorGenerator } from "../generator.js"
import { casesOf } from "./casesOf.js"
import { readKeptInputs } from "./keptInputs.js"
import { vectorsOf } from "./vectorsOf.js"

/** The fork under which the vectors of a function stand: its newest. Forks that share a rule share its vectors. */
export function homeFork({ name, forks }: PublicFunction): string {
  const newest = forks.includes("balancer") ? "balancer" : forks.at(-1)
  if (newest === undefined) throw new Error(`${name} is a rule of no fork`)
  return newest
}

/** The place of a function's vectors: its name without the chapter is the name of the file. */
export function placeOf(declared: PublicFunction): Pick<VectorFile, "fork" | "chapter" | "name"> {
  return {
    fork: homeFork(declared),
    chapter: declared.chapter,
    name: declared.name.slice(declared.chapter.length + 1),
  }
}

/** One file for each public function of the model. */
export const functionVectors: VectorGenerator = {
  name: "functions",
  *files() {
    const kept = readKeptInputs()
    for (const declared of functionTable.values()) {
      const place = placeOf(declared)
      yield { ...place, vectors: vectorsOf(declared, place, casesOf(declared), kept[declared.name] ?? {}) }
    }
  },
}
