import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { packageFolder } from "../packageFolder.js"
import { METHOD_NAMES } from "./messages.js"
import { problemOfParams, problemOfReport, problemOfResult, problemOfVector } from "./schemas.js"

const folder = join(packageFolder, "spec", "protocol")
const openrpc = JSON.parse(readFileSync(join(folder, "openrpc.json"), "utf8"))
const messages = JSON.parse(readFileSync(join(folder, "messages.schema.json"), "utf8"))

describe("the documents of the protocol", () => {
  it("describe the methods that there are, and no others", () => {
    expect(openrpc.methods.map(({ name }: { readonly name: string }) => name)).toEqual([...METHOD_NAMES])
  })

  it("refer to definitions that exist", () => {
    const references = [...JSON.stringify(openrpc).matchAll(/messages\.schema\.json#\/\$defs\/(\w+)/g)]
    expect(references.length).toBeGreaterThan(10)
    for (const [, name] of references) expect(messages.$defs).toHaveProperty(name ?? "")
  })

  it("are schemas that the validator takes", () => {
    for (const method of METHOD_NAMES) {
      expect(problemOfParams(method, 5)).toMatch(/^params must be object/)
      expect(problemOfResult(method, 5)).toMatch(/^result must be/)
    }
    expect(problemOfVector({}, "v")).toMatch(/^v /)
    expect(problemOfReport({})).toMatch(/^the report must have required property/)
  })
})
