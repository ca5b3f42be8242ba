import { Command } from "commander"
import { functionTable } from "../../reference/interface/functionTable.js"
import { forksWithSessions } from "../../reference/interface/openSession.js"
import { isJsonObject, type JsonObject } from "../../reference/interface/valueType.js"
import { readForks } from "../forkFile.js"

function coverageOf(fork: string): string {
  const functions = [...functionTable.values()].filter((declared) => declared.forks.includes(fork)).length
  const steps = forksWithSessions.includes(fork) ? ", block steps and calls" : ""
  return functions === 0 && steps === "" ? "not modelled yet" : `${functions} functions${steps}`
}

function rangeOf({ specVersions }: JsonObject): string {
  return isJsonObject(specVersions) ? `spec_version ${specVersions.first} to ${specVersions.last}` : ""
}

function printForks(): void {
  for (const fork of readForks()) {
    const name = String(fork.name)
    const title = String(fork.title ?? fork.summary ?? "")
    process.stdout.write(`${name.padEnd(10)} ${rangeOf(fork).padEnd(26)} ${title} (${coverageOf(name)})\n`)
  }
}

/** `subtensor-spec forks` */
export function forksCommand(): Command {
  return new Command("forks")
    .summary("list the forks and what there is of each")
    .description("Lists the forks of the chain's rules, and how much of each the model covers.")
    .action(printForks)
}
