#!/usr/bin/env node
import { runProgram } from "./program.js"

/** A reader that has seen enough, such as `head`, is no reason to complain. */
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(0)
  throw error
})

await runProgram(process.argv.slice(2))
