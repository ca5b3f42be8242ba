import { writeFileSync } from "node:fs"
import { functionTable } from "../../../reference/interface/functionTable.js"
import { KEPT_INPUTS_PATH, type KeptOfFunction, readKeptInputs } from "../functions/keptInputs.js"
import { CoverageMeter } from "./coverageMeter.js"
import { selectInputs } from "./selectInputs.js"

// Chooses the random inputs that become vectors, and writes down which: of all functions, or of those whose names
// begin with one of the words given.
const words = process.argv.slice(2)
const isWanted = (name: string) => words.length === 0 || words.some((word) => name.startsWith(word))
const before = words.length === 0 ? {} : readKeptInputs()
const meter = new CoverageMeter()
const selected: [string, KeptOfFunction][] = []
for (const declared of functionTable.values()) {
  const kept = isWanted(declared.name) ? selectInputs(meter, declared) : (before[declared.name] ?? {})
  if (Object.keys(kept).length > 0) selected.push([declared.name, kept])
}
meter.close()
selected.sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(KEPT_INPUTS_PATH, `${JSON.stringify(Object.fromEntries(selected), null, 2)}\n`)
const count = selected.flatMap(([, kept]) => Object.keys(kept)).length
process.stdout.write(`${count} random inputs of ${selected.length} functions are kept\n`)
