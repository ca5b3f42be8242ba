import type { ImplementationResult, RunReport } from "../harness/runner/result.js"
import { totalOf } from "./grid.js"

/** A badge as the endpoint of shields.io takes it. */
interface Badge {
  readonly schemaVersion: 1
  readonly label: string
  readonly message: string
  readonly color: string
}

interface Sums {
  readonly passed: number
  readonly bad: number
  readonly errored: number
  readonly expected: number
  readonly judged: number
}

function sumsOf(implementations: readonly ImplementationResult[]): Sums {
  const sum = (of: (counts: ImplementationResult["counts"]) => number) =>
    implementations.reduce((total, { counts }) => total + of(counts), 0)
  return {
    passed: sum(({ passed }) => passed),
    bad: sum(({ failed, unexpected = 0 }) => failed + unexpected),
    errored: sum(({ errored }) => errored),
    expected: sum(({ expected = 0 }) => expected),
    judged: sum((counts) => totalOf(counts) - counts.skipped),
  }
}

function faceOf({ exitStatus, implementations }: RunReport): readonly [message: string, color: string] {
  const { passed, bad, errored, expected, judged } = sumsOf(implementations)
  const share = `${passed}/${judged}`
  if (exitStatus === 2) return ["unusable input", "lightgrey"]
  if (bad > 0) return [`${share}, ${bad} failing`, "red"]
  if (errored > 0) return [`${share}, ${errored} errored`, "orange"]
  if (judged === 0) return ["nothing judged", "lightgrey"]
  return expected > 0
    ? [`${share}, ${expected} known failure${expected === 1 ? "" : "s"}`, "yellow"]
    : [`${share} passed`, "brightgreen"]
}

/** The run as a badge: JSON for the endpoint of shields.io. */
export function renderBadge(report: RunReport): string {
  const [message, color] = faceOf(report)
  const badge: Badge = { schemaVersion: 1, label: "Subtensor conformance", message, color }
  return `${JSON.stringify(badge)}\n`
}
