import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { packageFolder } from "../packageFolder.js"

/** The bundled implementations that are not the model: targets, and why one of them is left out. */
export interface Samples {
  readonly targets: readonly string[]
  readonly leftOut: readonly string[]
}

const PYTHON = "python3"

function quoted(path: string): string {
  return `'${path}'`
}

/** Finds the bundled implementations that can run here. */
export function findSamples(): Samples {
  const wasm = `wasm:${join(packageFolder, "dist", "samples", "subtensor.wasm")}`
  const python = `stdio:${PYTHON} ${quoted(join(packageFolder, "harness", "samples", "python", "main.py"))}`
  const found = spawnSync(PYTHON, ["--version"], { stdio: "ignore" }).status === 0
  return found
    ? { targets: [wasm, python], leftOut: [] }
    : { targets: [wasm], leftOut: [`the Python sample is left out: ${PYTHON} is not installed`] }
}
