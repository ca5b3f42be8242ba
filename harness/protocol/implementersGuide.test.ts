import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"
import { SKELETONS } from "../cli/skeletons.js"
import { packageFolder } from "../packageFolder.js"
import { parseExpectedFailures } from "../runner/expectedFailures.js"
import { addition } from "../runner/fixtures/vectors.js"
import { runImplementation } from "../runner/runImplementation.js"
import { parseTarget } from "../transports/target.js"
import { METHOD_NAMES } from "./messages.js"

const guide = readFileSync(join(packageFolder, "spec", "protocol", "implementers.md"), "utf8")
const hasPython = spawnSync("python3", ["--version"]).status === 0

function block(name: string): string {
  const found = new RegExp(`\`\`\`python ${name}\n([\\s\\S]*?)\`\`\``).exec(guide)
  return found?.[1] ?? ""
}

/** The program of the guide, as it stands after each of its steps. */
function program(withCall: boolean): string {
  const refusal = "    raise NotImplementedError(method)\n"
  const source = block("first-answer")
  return withCall ? source.replace(refusal, `${block("first-call")}${refusal}`) : source
}

async function run(source: string) {
  const file = join(mkdtempSync(join(tmpdir(), "subtensor-spec-guide-")), "mine.py")
  writeFileSync(file, source)
  const small = addition("small", "1", "2", "3")
  const atBound = addition("bound", "18446744073709551615", "1", "18446744073709551615")
  const vectors = [small, atBound].map((vector) => ({ ...vector, function: "numbers.u64.saturatingAdd" }))
  return runImplementation(parseTarget(`stdio:python3 ${file}`), vectors, {
    jobs: 1,
    timeout: 30_000,
    reproduceWith: [],
  })
}

describe.skipIf(!hasPython)("whoever follows the implementers' guide", () => {
  it("has every vector skipped after the handshake", async () => {
    const { results } = await run(program(false))
    expect(results.map(({ status, reason }) => [status, reason])).toEqual([
      ["skipped", "no call yet"],
      ["skipped", "no call yet"],
    ])
  })

  it("has the first vectors pass after the first function", async () => {
    expect((await run(program(true))).counts).toEqual({ passed: 2, failed: 0, skipped: 0, errored: 0 })
  })

  it.each([
    ["2**64 - 2", "failed"],
    ["2**64", "errored"],
  ])("has the vector at the bound judged as the guide says with %s in place of the bound", async (mistake, status) => {
    const mistaken = program(true).replace("2**64 - 1", mistake)
    expect((await run(mistaken)).results.map((result) => result.status)).toEqual(["passed", status])
  })
})

it("the file of expected failures that the implementers' guide shows can be used", () => {
  const [, text = ""] = /```yaml expected\n([\s\S]*?)```/.exec(guide) ?? []
  expect(parseExpectedFailures(text).failures[0]?.vectors).toEqual([
    "balancer/pool/feeAmount/ordinary",
    "balancer/pool/buy/*",
  ])
})

it("the implementers' guide names every language that an implementation can be begun in", () => {
  for (const language of Object.keys(SKELETONS)) expect(guide).toContain(language)
})

it("the implementers' guide names every input of the action", () => {
  const { inputs } = parse(readFileSync(join(packageFolder, "action.yml"), "utf8"))
  for (const input of Object.keys(inputs)) expect(guide).toContain(`\`${input}\``)
})

it("the implementers' guide names every method of the protocol", () => {
  for (const method of METHOD_NAMES) expect(guide).toContain(`\`${method}\``)
})
