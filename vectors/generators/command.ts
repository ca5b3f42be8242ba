import { existsSync, statSync } from "node:fs"
import { join } from "node:path"
import { Command } from "commander"
import { UsageError } from "../../harness/cli/usageError.js"
import { packageFolder } from "../../harness/packageFolder.js"
import { renderAll } from "./renderAll.js"
import { firstDifference, writeFolder } from "./vectorFolder.js"

interface Options {
  readonly check?: true
  readonly out: string
}

function ensureFolder(path: string): void {
  if (existsSync(path) && !statSync(path).isDirectory()) {
    throw new UsageError(`${path} is a file, and vectors are written to a folder; give another one to --out`)
  }
}

function check(folder: string): void {
  const files = renderAll()
  const difference = firstDifference(folder, files)
  if (difference === undefined) {
    process.stdout.write(`${files.length} files are what the generators give\n`)
    return
  }
  process.stderr.write(`${difference}; run "subtensor-spec generate" to write it anew\n`)
  process.exitCode = 1
}

function write(folder: string): void {
  const { written, unchanged, removed } = writeFolder(folder, renderAll())
  process.stdout.write(`${written} files written, ${unchanged} unchanged, ${removed} removed in ${folder}\n`)
}

/** `subtensor-spec generate [--check]` */
export function generateCommand(): Command {
  return new Command("generate")
    .summary("make the vectors from the model")
    .description("Makes the vectors from the model: the same version gives the same files, byte for byte.")
    .option("--check", "write nothing; say whether the files are what the generators give, with status 1 if not")
    .option("--out <folder>", "the folder to write to or to check", join(packageFolder, "vectors"))
    .action(({ check: checking, out }: Options) => {
      ensureFolder(out)
      if (checking) check(out)
      else write(out)
    })
}
