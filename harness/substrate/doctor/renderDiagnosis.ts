import type { Diagnosis } from "./diagnosis.js"
import { DRIFT_GROUPS, type Drift } from "./drift.js"

const CHANGE_SHOWN = 60
const LINE_WIDTH = 110

function shortened(text: string): string {
  return text.length <= CHANGE_SHOWN ? text : `${text.slice(0, CHANGE_SHOWN - 1)}…`
}

/** Words joined by commas, broken into lines. */
function wrapped(words: readonly string[], indent: string): readonly string[] {
  const lines: string[] = []
  let line = ""
  for (const [index, word] of words.entries()) {
    const piece = index === words.length - 1 ? word : `${word},`
    if (line !== "" && indent.length + line.length + piece.length >= LINE_WIDTH) {
      lines.push(indent + line)
      line = piece
    } else line = line === "" ? piece : `${line} ${piece}`
  }
  return line === "" ? lines : [...lines, indent + line]
}

function said({ declared, found }: Drift): string {
  if (found === undefined) return `is not there, declared as ${shortened(declared ?? "nothing")}`
  const ours = declared === undefined ? "not declared" : `declared as ${shortened(declared)}`
  return `is ${shortened(found)}, ${ours}`
}

function changeLine(drift: Drift): string {
  const where = [drift.aspect, drift.place].filter((part) => part !== undefined).join(" ")
  const subject = drift.name === undefined ? "" : `${drift.name}: `
  return `    ${subject}${where} ${said(drift)}`
}

function namesLines(title: string, drift: readonly Drift[], kind: Drift["kind"]): readonly string[] {
  const names = drift.filter((each) => each.kind === kind).flatMap(({ name }) => name ?? [])
  return names.length === 0 ? [] : [`    ${title}:`, ...wrapped(names, "      ")]
}

function palletLines(pallet: string, drift: readonly Drift[]): readonly string[] {
  if (drift[0]?.name === undefined && drift[0]?.kind === "missing") return [`  ${pallet} is not in the runtime`]
  return [
    `  ${pallet}`,
    ...namesLines("not in the runtime", drift, "missing"),
    ...namesLines("not declared by the model", drift, "extra"),
    ...drift.filter(({ kind }) => kind === "changed").map(changeLine),
  ]
}

function groupLines(group: Drift["group"], drift: readonly Drift[]): readonly string[] {
  const own = drift.filter((each) => each.group === group)
  if (own.length === 0) return []
  const pallets = [...new Set(own.map(({ pallet }) => pallet))]
  const lines = pallets.flatMap((pallet) =>
    palletLines(
      pallet,
      own.filter((each) => each.pallet === pallet),
    ),
  )
  return [`${group} (${own.length})`, ...lines, ""]
}

function summary({ drift, fork }: Diagnosis): string {
  if (drift.length === 0) return `No drift: everything that the model declares of fork ${fork} is so in this runtime.`
  const counts = DRIFT_GROUPS.flatMap((group) => {
    const count = drift.filter((each) => each.group === group).length
    return count === 0 ? [] : [`${count} of ${group}`]
  })
  return `${drift.length} ${drift.length === 1 ? "difference" : "differences"}: ${counts.join(", ")}.`
}

/** A diagnosis for people, grouped by kind and pallet. */
export function renderDiagnosis(diagnosis: Diagnosis): string {
  const { target, runtime, fork, drift, undeclaredPallets } = diagnosis
  const identity = runtime === undefined ? "a runtime without a version" : `${runtime.specName} ${runtime.specVersion}`
  const others = undeclaredPallets.length === 0 ? [] : wrapped(undeclaredPallets, "  ")
  const lines = [
    `${target}: ${identity}, compared with the model's declarations of fork ${fork}`,
    "",
    ...DRIFT_GROUPS.flatMap((group) => groupLines(group, drift)),
    ...(others.length === 0 ? [] : ["pallets of which the model declares nothing (not compared)", ...others, ""]),
    summary(diagnosis),
  ]
  return `${lines.join("\n")}\n`
}
