import { cp, mkdir, readdir, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { Argument, Command } from "commander"
import { quoted } from "../transports/commandLine.js"
import { FIRST_VECTORS, type Language, SKELETONS, type Skeleton } from "./skeletons.js"
import { UsageError } from "./usageError.js"

async function checkEmpty(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (found === undefined) return
  if (!found.isDirectory()) throw new UsageError(`${folder} is a file: name a folder that is new or empty`)
  if ((await readdir(folder)).length > 0)
    throw new UsageError(`${folder} is not empty: name a folder that is new or empty`)
}

async function copyParts({ parts }: Skeleton, folder: string): Promise<void> {
  for (const { from, to, files } of parts) {
    const names = files ?? (await readdir(from))
    for (const name of names) await cp(join(from, name), join(folder, to, name), { recursive: true })
  }
}

/** Fills a folder that is new or empty; empties it again when that fails half-way. */
async function fill(folder: string, skeleton: Skeleton): Promise<void> {
  await mkdir(folder, { recursive: true })
  try {
    await copyParts(skeleton, folder)
  } catch (thrown) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
    throw thrown
  }
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : String(thrown)
}

async function create(language: Language, folder: string): Promise<void> {
  const skeleton: Skeleton = SKELETONS[language]
  await checkEmpty(folder)
  await fill(folder, skeleton).catch((thrown) => {
    throw new UsageError(`${folder} could not be written: ${reasonOf(thrown)}`)
  })
  const run = ["run", "--impl", skeleton.target, "--filter", FIRST_VECTORS].map(quoted).join(" ")
  const steps = [`cd ${quoted(folder)}`, ...skeleton.build, `npx subtensor-spec ${run}`]
  process.stdout.write(
    `${folder} is ready. Its first vectors fail until you write their rule; README.md goes on from here:\n\n`,
  )
  process.stdout.write(`${steps.map((step) => `  ${step}`).join("\n")}\n`)
}

/** `subtensor-spec new` */
export function newCommand(): Command {
  return new Command("new")
    .summary("begin an implementation in Python, Rust, AssemblyScript or JavaScript")
    .description(
      "Makes a folder with the beginning of an implementation: it answers the handshake, has one function that is not " +
        "written yet, and a README.md that says how to go on.",
    )
    .addArgument(new Argument("<language>", "the language").choices(Object.keys(SKELETONS)))
    .addArgument(new Argument("<folder>", "a folder that is new or empty"))
    .action(create)
}
