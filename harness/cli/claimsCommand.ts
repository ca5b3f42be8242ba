import { Command } from "commander"
import { computations } from "../claims/computations.js"
import type { ClaimNumber } from "../claims/numbers.js"
import { type Claim, readClaims } from "../claims/readClaims.js"
import { UsageError } from "./usageError.js"

interface Options {
  readonly json?: boolean
}

/** The claim with the numbers that the model gives now. */
function recomputed(claim: Claim): Claim {
  const run = computations.get(claim.run)
  if (run === undefined) throw new Error(`the claim ${claim.id} names no computation: ${claim.run}`)
  return { ...claim, numbers: run() }
}

function numberLines(numbers: readonly ClaimNumber[]): readonly string[] {
  const width = Math.max(...numbers.map(({ name }) => name.length))
  return numbers.map(({ name, value, unit }) => `    ${name.padEnd(width)}  ${value} ${unit}`.trimEnd())
}

function textOf({ id, claim, verdict, answer, assumes, numbers, run, clauses, vectors }: Claim): string {
  const lines = [
    `${id}: ${claim}`,
    `  ${verdict}`,
    `  ${answer}`,
    `  assumed: ${assumes}`,
    ...numberLines(numbers),
    `  shown by the run ${run} and by`,
    ...vectors.map((vector) => `    ${vector}`),
    `  clauses: ${clauses.join(" ")}`,
  ]
  return `${lines.join("\n")}\n`
}

function printClaims(wanted: readonly string[], { json }: Options): void {
  const all = readClaims()
  const unknown = wanted.find((id) => all.every((claim) => claim.id !== id))
  if (unknown !== undefined) {
    throw new UsageError(`there is no claim ${unknown}; there are ${all.map(({ id }) => id).join(", ")}`)
  }
  const claims = all.filter(({ id }) => wanted.length === 0 || wanted.includes(id)).map(recomputed)
  process.stdout.write(json === true ? `${JSON.stringify(claims, null, 2)}\n` : claims.map(textOf).join("\n"))
}

/** `subtensor-spec claims` */
export function claimsCommand(): Command {
  return new Command("claims")
    .summary("lay what is said of the network beside what the rules do")
    .description(
      "Prints what people say of the network, whether the rules make it so, and the numbers that the model gives now.",
    )
    .argument("[ids...]", "the claims to print; all when none is given")
    .option("--json", "print JSON")
    .action(printClaims)
}
