import pc from "picocolors"
import { differenceText } from "../../reports/differenceText.js"
import { clausesOfStep, differencesOf } from "../fuzz/findingClauses.js"
import { abridge } from "../runner/abridge.js"
import type { Difference } from "../runner/result.js"
import { nameOfStep } from "../runner/vector.js"
import type { Cause, Parting } from "./bisect.js"
import type { Trace } from "./trace.js"

const MOST_DIFFERENCES = 12
const STEP = /^steps\[(\d+)\]\./

function linesOf(differences: readonly Difference[], indent: string): readonly string[] {
  const shown = differences.slice(0, MOST_DIFFERENCES).map((difference) => `${indent}${differenceText(difference)}`)
  const more = differences.length - shown.length
  return more > 0 ? [...shown, `${indent}… and ${more} more differences`] : shown
}

function blockName({ blocks }: Trace, index: number): string {
  return `block ${blocks[index]?.blockNumber} (${index + 1} of ${blocks.length})`
}

/** Which step of a block differs first. */
function firstStepOf(differences: readonly Difference[]): number {
  return Number(STEP.exec(differences[0]?.path ?? "")?.[1] ?? 0)
}

function answerLines(trace: Trace, block: number, differences: readonly Difference[]): readonly string[] {
  const number = firstStepOf(differences)
  const step = trace.blocks[block]?.steps[number]
  const ofStep = differences.filter(({ path }) => Number(STEP.exec(path)?.[1]) === number)
  const clauses = clausesOfStep(nameOfStep(step), differencesOf(ofStep))
  const place = `${blockName(trace, block)}, step ${number} (${nameOfStep(step)})`
  const made = step !== undefined && "call" in step ? [`  ${JSON.stringify(abridge(step.call))}`] : []
  return [
    `${trace.name}: they part in ${pc.bold(place)} ${pc.dim(`[${clauses.join(", ")}]`)}`,
    ...made,
    ...linesOf(differences, "  "),
  ]
}

function causeLines(trace: Trace, wrong: number, { block, differences }: Cause): readonly string[] {
  if (block === wrong) return ["it shows on the model's state before that block, in that block alone"]
  const said =
    differences.length === 0 ? "what it keeps wrongly does not show in its state" : "its state is wrong then:"
  return [
    `it goes wrong unseen in ${pc.bold(blockName(trace, block))}: on the model's state after that block it is right; ${said}`,
    ...linesOf(differences, "  "),
  ]
}

/** Where they part, for a person. */
export function partingText(trace: Trace, parting: Parting, reproduce: string): string {
  const { block, differences } = parting
  const what =
    parting.kind === "answer"
      ? [...answerLines(trace, block, differences), ...causeLines(trace, block, parting.cause)]
      : [
          `${trace.name}: all answers are right, and the state is wrong after ${pc.bold(blockName(trace, block))}`,
          ...linesOf(differences, "  "),
        ]
  return [...what, pc.dim(reproduce)].join("\n")
}
