import { describe, expect, it } from "vitest"
import { bisectCommand } from "./bisectCommand.js"
import { fuzzCommand } from "./fuzzCommand.js"

function fuzz(...words: readonly string[]): Promise<unknown> {
  return fuzzCommand()
    .exitOverride()
    .parseAsync(["--impl", "reference", ...words], { from: "user" })
}

describe("fuzz says in one message what is wrong with", () => {
  it.each<[readonly string[], string]>([
    [["--impl", "telnet:there"], 'the target "telnet:there" is of no known form'],
    [["--fork", "nakamoto"], 'there is no fork "nakamoto"; there are balancer, rao'],
    [["--chapter", "weather"], 'there is no chapter "weather"; there are'],
    [["--function", "pool.sellAll"], "there is no function pool.sellAll"],
    [["--function", "numbers.feeAmount"], "there is pool.feeAmount"],
    [["--function", "pool.feeAmount", "--fork", "rao"], "pool.feeAmount is not a rule of the fork rao but of balancer"],
    [["--function", "pool.feeAmount", "--chapter", "root"], "pool.feeAmount is of the chapter pool, not root"],
    [["--function", "pool.feeAmount", "--only", "blocks"], "pool.feeAmount is a function"],
    [["--runs", "none"], '--runs takes a number above 0, not "none"'],
    [["--seed", "-1"], '--seed takes a whole number from 0 to 2147483647, not "-1"'],
    [["--timeout", "0"], '--timeout takes a number above 0, not "0"'],
    [["--save", "package.json"], "--save does not write over package.json"],
    [["--save", "LICENSE"], "--save takes a folder or a new file *.json"],
  ])("%j", async (words, message) => {
    await expect(fuzz(...words)).rejects.toThrow(message)
  })
})

describe("bisect says in one message what is wrong with", () => {
  it.each<[readonly string[], string]>([
    [["no/such/trace"], "there is neither a recording nor a trace vector no/such/trace"],
    [["no/such/trace", "--vectors", "nowhere"], "there is no folder or file of vectors at nowhere"],
    [["harness"], "harness is a folder"],
    [["LICENSE"], "LICENSE"],
    [["no/such/trace", "--timeout", "soon"], '--timeout takes a number above 0, not "soon"'],
  ])("%j", async (words, message) => {
    const parsed = bisectCommand()
      .exitOverride()
      .parseAsync([...words, "--impl", "reference"], { from: "user" })
    await expect(parsed).rejects.toThrow(message)
  })
})
