import { Command } from "commander"
import { FunctionMeter } from "./functionMeter.js"
import type { Unconfirmed } from "./unconfirmed.js"

const TITLES = {
  clauses: "rules that no recording shows",
  functions: "functions that no recording and no value of the chain's libraries shows",
  calls: "calls that no recording makes",
  onlyRefused: "calls that recordings only show refused",
  onlyAccepted: "calls that recordings only show accepted",
} as const

function print(found: Unconfirmed): void {
  const { matched, others } = found.phases
  process.stdout.write(`${matched} phases of recordings confirm the model${others === 0 ? "" : `, ${others} do not`}\n`)
  for (const key of ["clauses", "functions", "calls", "onlyRefused", "onlyAccepted"] as const) {
    const lines = found[key].map((name) => `  ${name}\n`).join("")
    process.stdout.write(`\n${TITLES[key]}: ${found[key].length}\n${lines}`)
  }
}

/** `subtensor-spec unconfirmed` */
export function unconfirmedCommand(): Command {
  return new Command("unconfirmed")
    .summary("list what only the model says: rules, functions and calls that no recording shows")
    .description(
      "Replays the kept recordings of the real chain and lists the rules, functions and calls that none of them shows.",
    )
    .option("--json", "print one JSON object")
    .action(async ({ json }: { readonly json?: true }) => {
      const meter = new FunctionMeter()
      // Loaded only now, so that the meter sees all of the model.
      const { findUnconfirmed } = await import("./unconfirmed.js")
      const found = await findUnconfirmed(meter)
      if (json) process.stdout.write(`${JSON.stringify(found)}\n`)
      else print(found)
    })
}
