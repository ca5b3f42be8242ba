#!/usr/bin/env node
import { whatIsWrong } from "../writeWhole.js"
import { runProgram, UNWRITABLE } from "./program.js"

/** A reader that has seen enough, such as `head`, is no reason to complain. */
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(0)
  process.stderr.write(`subtensor-spec: cannot write to standard output: ${whatIsWrong(error)}\n`)
  process.exit(UNWRITABLE)
})

/** Where nobody can be told, the work goes on. */
process.stderr.on("error", () => undefined)

await runProgram(process.argv.slice(2))
