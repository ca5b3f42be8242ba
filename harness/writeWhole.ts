import { rename, rm, writeFile } from "node:fs/promises"

/** Writes beside the file and moves it into place, so that no reader ever sees half of it. */
export async function writeWhole(file: string, content: string): Promise<void> {
  const beside = `${file}.${process.pid}.new`
  try {
    await writeFile(beside, content)
    await rename(beside, file)
  } finally {
    await rm(beside, { force: true })
  }
}
