import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import * as files from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, it, vi } from "vitest"
import { writeFolder, writeWhole } from "./writeWhole.js"

vi.mock("node:fs/promises", { spy: true })

afterEach(() => {
  vi.restoreAllMocks()
})

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "subtensor-spec-write-"))
}

/** From its second file on, the disk is full. */
function fillUp(): void {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" })
  vi.mocked(files.writeFile).mockImplementationOnce(async (file) => writeFileSync(String(file), "one"))
  vi.mocked(files.writeFile).mockRejectedValueOnce(full)
}

const CONTENTS = [
  ["a.txt", "one"],
  ["b.txt", "two"],
] as const

it("files are written, into a folder that is made", async () => {
  const folder = join(newFolder(), "x", "y")
  await writeFolder(folder, CONTENTS)
  expect(readdirSync(folder)).toEqual(["a.txt", "b.txt"])
  expect(readFileSync(join(folder, "b.txt"), "utf8")).toBe("two")
})

it("when the disk is full the files are as they were, all of them", async () => {
  const folder = newFolder()
  writeFileSync(join(folder, "a.txt"), "before")
  fillUp()
  await expect(writeFolder(folder, CONTENTS)).rejects.toThrow(
    `cannot write ${join(folder, "b.txt")}: there is no space left on the disk`,
  )
  expect(readdirSync(folder)).toEqual(["a.txt"])
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("before")
})

it("when the disk is full no folder is left that was not there", async () => {
  const parent = newFolder()
  fillUp()
  await expect(writeFolder(join(parent, "x", "y"), CONTENTS)).rejects.toThrow(/no space left/)
  expect(existsSync(join(parent, "x"))).toBe(false)
})

it.each([
  ["a folder that is not there", "no/such/a.txt", "there is no such folder"],
  ["a file that is a folder", "folder", "there is a folder of that name"],
  ["a folder that is a file", "file/a.txt", "a part of its path is a file"],
])("%s is named", async (_, name, problem) => {
  const parent = newFolder()
  mkdirSync(join(parent, "folder"))
  writeFileSync(join(parent, "file"), "")
  const path = join(parent, name)
  await expect(writeWhole(path, "one")).rejects.toThrow(`cannot write ${path}: ${problem}`)
  expect(readdirSync(parent).sort()).toEqual(["file", "folder"])
})
