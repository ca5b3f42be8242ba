import { Command, CommanderError } from "commander"
import { packageVersion } from "../packageFolder.js"
import { commandTable } from "./commandTable.js"

const BAD_USAGE = 2
const BROKEN = 70

/** The exit status when a file or standard output cannot be written. */
export const UNWRITABLE = 74

const STATUS_BY_ERROR: { readonly [name: string]: number } = { UsageError: BAD_USAGE, WriteError: UNWRITABLE }

/** A command that stands for one which is loaded only when it is asked for: the others must not slow it down. */
function placeholder(name: string, summary: string): Command {
  return new Command(name).description(summary).summary(summary)
}

function exitsByThrowing(command: Command): Command {
  command.exitOverride()
  for (const child of command.commands) exitsByThrowing(child)
  return command
}

async function programFor(asked: string | undefined): Promise<Command> {
  const program = new Command("subtensor-spec")
  program.description(
    "The formal, executable specification of Subtensor: run its vectors, serve its model, replay the chain",
  )
  program.version(packageVersion(), "-V, --version").showHelpAfterError("(run subtensor-spec --help)")
  for (const { name, summary, load } of commandTable) {
    program.addCommand(name === asked ? await load() : placeholder(name, summary))
  }
  return exitsByThrowing(program)
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : BAD_USAGE
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  process.stderr.write(`subtensor-spec: ${message}\n`)
  return (thrown instanceof Error ? STATUS_BY_ERROR[thrown.name] : undefined) ?? BROKEN
}

/** Carries out a command line. Whatever goes wrong becomes one message and an exit status. */
export async function runProgram(words: readonly string[]): Promise<void> {
  const named = words[0] === "help" ? words[1] : words[0]
  try {
    const program = await programFor(named)
    await program.parseAsync([...words], { from: "user" })
  } catch (thrown) {
    process.exitCode = statusOf(thrown)
  }
}
