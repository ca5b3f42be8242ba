import { Command } from "commander"
import type { Fork } from "../../reference/forks/fork.js"
import { forkTable } from "../../reference/forks/forkTable.js"
import { readChapters } from "../clauses/readClauses.js"
import { differenceText, MARKDOWN, PLAIN } from "../forks/differenceText.js"
import { forkDifference } from "../forks/forkDifference.js"
import { UsageError } from "./usageError.js"

interface Options {
  readonly markdown?: true
  readonly json?: true
}

function forkNamed(name: string): Fork {
  const fork = forkTable.get(name)
  if (fork === undefined)
    throw new UsageError(`there is no fork "${name}"; the model has ${[...forkTable.keys()].join(", ")}`)
  return fork
}

function printDifference(older: string, newer: string, { markdown, json }: Options): void {
  const difference = forkDifference(forkNamed(older), forkNamed(newer), readChapters())
  const text = json
    ? `${JSON.stringify(difference, null, 2)}\n`
    : differenceText(difference, markdown ? MARKDOWN : PLAIN)
  process.stdout.write(text)
}

/** `subtensor-spec diff OLDER NEWER` */
export function diffCommand(): Command {
  return new Command("diff")
    .summary("print what changed from one fork to another")
    .description(
      "Prints what changed from one fork to another: rules by chapter and clause, storage items, calls, events, errors\nand constants. Everything is read from the tables that the model runs on.",
    )
    .argument("<older>", "the fork to begin with")
    .argument("<newer>", "the fork to compare it with")
    .option("--markdown", "print Markdown")
    .option("--json", "print one JSON object")
    .action(printDifference)
}
