import { rmSync } from "node:fs"
import { mkdir, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"

/** What stands in the way of writing, by the system's name for it. */
const CAUSES: { readonly [code: string]: string } = {
  ENOSPC: "there is no space left on the disk",
  EDQUOT: "the disk quota is used up",
  EFBIG: "it would be larger than files may be here",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of its path is a file",
  EISDIR: "there is a folder of that name",
  EIO: "the disk is faulty",
}

/** A file that could not be written. The message says which, and why; nothing of it is there. */
export class WriteError extends Error {
  constructor(file: string, cause: unknown) {
    super(`cannot write ${file}: ${whatIsWrong(cause)}`)
    this.name = "WriteError"
  }
}

/** What stood in the way of writing, in words. */
export function whatIsWrong(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : ""
  return CAUSES[code] ?? cause.message
}

const unfinished = new Set<string>()
let isWatching = false

/** A program that is ended in the middle of writing leaves nothing half-written behind. */
function watchExit(): void {
  if (isWatching) return
  isWatching = true
  process.on("exit", () => {
    for (const file of unfinished) rmSync(file, { force: true })
  })
}

/** A file, and what is to be in it. */
export type Content = readonly [file: string, content: string]

function besideOf(file: string): string {
  return `${file}.${process.pid}.new`
}

async function step(file: string, work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (thrown) {
    throw new WriteError(file, thrown)
  }
}

/**
 * Writes files, all of them or none: each is written beside its place first, so that no reader ever sees half of it.
 * @throws WriteError
 */
export async function writeAllWhole(contents: readonly Content[]): Promise<void> {
  watchExit()
  try {
    for (const [file, content] of contents) {
      unfinished.add(besideOf(file))
      await step(file, writeFile(besideOf(file), content))
    }
    for (const [file] of contents) await step(file, rename(besideOf(file), file))
  } finally {
    for (const [file] of contents) {
      await rm(besideOf(file), { force: true }).catch(() => undefined) // what could not be made need not go
      unfinished.delete(besideOf(file))
    }
  }
}

/** Writes beside the file and moves it into place. Throws a WriteError. */
export function writeWhole(file: string, content: string): Promise<void> {
  return writeAllWhole([[file, content]])
}

/** Writes files into a folder, all or none; it is made if need be, and not left there empty. Throws a WriteError. */
export async function writeFolder(folder: string, contents: readonly Content[]): Promise<void> {
  let made: string | undefined
  await step(
    folder,
    mkdir(folder, { recursive: true }).then((path) => {
      made = path
    }),
  )
  try {
    await writeAllWhole(contents.map(([name, content]) => [join(folder, name), content]))
  } catch (thrown) {
    if (made !== undefined) await rm(made, { recursive: true, force: true })
    throw thrown
  }
}
