import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"

/** A place in a source file: lines from 1, columns from 0. */
export interface Place {
  readonly line: number
  readonly column: number
}

export interface Extent {
  readonly start: Partial<Place>
  readonly end: Partial<Place>
}

/** What Istanbul's format says of one file. */
export interface FileCoverage {
  readonly path: string
  readonly statementMap: { readonly [id: string]: Extent }
  readonly s: { readonly [id: string]: number }
  readonly branchMap: {
    readonly [id: string]: { readonly type: string; readonly loc: Extent; readonly locations: readonly Extent[] }
  }
  readonly b: { readonly [id: string]: readonly number[] }
}

const VITEST = join(packageFolder, "node_modules", "vitest", "vitest.mjs")

/** The one test that runs the generated vectors, and nothing else, on the model. */
const TEST = "vectors/reference.test.ts"

function vitestWords(folder: string): readonly string[] {
  return [
    VITEST,
    "run",
    TEST,
    "--coverage.enabled",
    "--coverage.provider=v8",
    "--coverage.include=reference/**/*.ts",
    "--coverage.exclude=**/*.test.ts",
    "--coverage.exclude=**/*.ideal.ts",
    "--coverage.exclude=**/ideal/**",
    "--coverage.exclude=**/testing/**",
    "--coverage.reporter=json",
    `--coverage.reportsDirectory=${folder}`,
  ]
}

/** Runs the generated vectors on the model and says which of its code they run. Throws when a vector fails. */
export function measureCoverage(): readonly FileCoverage[] {
  const folder = mkdtempSync(join(tmpdir(), "coverage-"))
  try {
    const { status, stdout } = spawnSync(process.execPath, vitestWords(folder), {
      cwd: packageFolder,
      encoding: "utf8",
    })
    if (status !== 0) throw new Error(`the model does not pass its own vectors:\n${stdout}`)
    const report: { readonly [path: string]: FileCoverage } = JSON.parse(
      readFileSync(join(folder, "coverage-final.json"), "utf8"),
    )
    return Object.values(report)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
