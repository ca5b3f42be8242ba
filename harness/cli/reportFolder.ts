import { statSync } from "node:fs"
import { UsageError } from "./usageError.js"

/** Better to be told before a long run than after it. */
export function checkReportFolder(folder: string | undefined): void {
  const found = folder === undefined ? undefined : statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory() === false) throw new UsageError(`--report takes a folder, and ${folder} is a file`)
}
