import { describe, expect, it, vi } from "vitest"
import { modelResponder } from "./modelServer.js"

vi.mock("../../reference/interface/functionTable.js", async () => import("../runner/fixtures/functionTable.js"))

async function ask(message: unknown): Promise<unknown> {
  const text = typeof message === "string" ? message : JSON.stringify(message)
  const answer = await modelResponder()(text)
  return answer === undefined ? undefined : JSON.parse(answer)
}

function request(method: string, params: unknown): unknown {
  return { jsonrpc: "2.0", id: 1, method, params }
}

function addition(input: unknown): unknown {
  return request("call", { fork: "balancer", function: "numbers.add", input })
}

describe("the model behind the protocol", () => {
  it("says what it is and what it covers", async () => {
    expect(await ask(request("handshake", { protocol: 1 }))).toMatchObject({
      id: 1,
      result: { name: "reference", protocol: 1, functions: ["numbers.add", "consensus.halve"] },
    })
  })

  it("runs functions", async () => {
    expect(await ask(addition({ a: "1", b: "2" }))).toEqual({ jsonrpc: "2.0", id: 1, result: { ok: "3" } })
  })

  it("reports checkpoints", async () => {
    const call = request("call", { fork: "balancer", function: "consensus.halve", input: { shares: ["4"] } })
    expect(await ask(call)).toMatchObject({
      result: { ok: { shares: ["2"], count: "1" }, checkpoints: { total: "4", first: "4" } },
    })
  })

  it.each([
    [
      "an unknown function",
      { fork: "balancer", function: "numbers.divide", input: {} },
      /no public function numbers.divide/,
    ],
    ["another fork", { fork: "rao", function: "numbers.add", input: {} }, /not a rule of the fork rao/],
  ])("says that it does not cover %s", async (_, params, reason) => {
    expect(await ask(request("call", params))).toMatchObject({
      error: { code: -32001, data: { reason: expect.stringMatching(reason) } },
    })
  })

  it.each([
    ["text that is not JSON", "{", -32700],
    ["a message nested too deeply", `${"[".repeat(100)}${"]".repeat(100)}`, -32700],
    ["a message that is no request", { hello: 1 }, -32600],
    ["an unknown method", request("fly", {}), -32601],
    ["no parameters", request("call", undefined), -32602],
    ["parameters of another form", request("call", { fork: 1 }), -32602],
    ["a number in place of a decimal string", addition({ a: 1, b: "2" }), -32602],
    ["a negative number", addition({ a: "-1", b: "2" }), -32602],
    ["an integer beyond its type", addition({ a: "18446744073709551616", b: "2" }), -32602],
    ["a missing parameter", addition({ a: "1" }), -32602],
    ["a step before a load", request("read", {}), -32602],
  ])("answers %s with an error", async (_, message, code) => {
    expect(await ask(message)).toMatchObject({ error: { code, message: expect.any(String) } })
  })

  it("names the value that is wrong", async () => {
    expect(await ask(addition({ a: "1", b: "x" }))).toMatchObject({
      error: { message: 'invalid params: input.b: "x" is not a decimal integer' },
    })
  })

  it("is silent to notifications and answers batches", async () => {
    expect(await ask({ jsonrpc: "2.0", method: "handshake", params: { protocol: 1 } })).toBeUndefined()
    expect(await ask([addition({ a: "1", b: "1" }), addition({ a: "2", b: "2" })])).toHaveLength(2)
  })
})
