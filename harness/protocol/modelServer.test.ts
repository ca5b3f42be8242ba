import { describe, expect, it, vi } from "vitest"
import { modelMethods } from "./modelMethods.js"
import { modelResponder, responderOf } from "./modelServer.js"
import { LONGEST_MESSAGE } from "./parseMessage.js"

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
})

const one = addition({ a: "1", b: "1" })
const two = addition({ a: "2", b: "2" })
const notification = { jsonrpc: "2.0", method: "handshake", params: { protocol: 1 } }
const answered = (ok: string) => ({ jsonrpc: "2.0", id: 1, result: { ok } })
const refused = (code: number) => ({ jsonrpc: "2.0", id: null, error: { code, message: expect.any(String) } })

describe("by the book of JSON-RPC 2.0", () => {
  it.each<[string, unknown, object | undefined]>([
    ["a notification has no answer", notification, undefined],
    ["nor has one that cannot be carried out", { jsonrpc: "2.0", method: "fly" }, undefined],
    ["nor one with other parameters", { ...notification, params: {} }, undefined],
    ["an id may be text", { jsonrpc: "2.0", id: "x", method: "fly" }, { id: "x", error: { code: -32601 } }],
    ["or null, which is no notification", { jsonrpc: "2.0", id: null, method: "fly" }, refused(-32601)],
    ["a batch has its answers in a list", [one, two], [answered("2"), answered("4")]],
    ["also when there is but one", [one], [answered("2")]],
    ["without those to notifications", [one, notification, two], [answered("2"), answered("4")]],
    ["a batch of notifications has none", [notification, notification], undefined],
    ["an empty batch is no request", [], refused(-32600)],
    ["each member of a batch is judged alone", [1, one, {}], [refused(-32600), answered("2"), refused(-32600)]],
    ["a batch that is too long is no request", Array.from({ length: 1_001 }, () => one), refused(-32600)],
    ["a batch is JSON", '[{"jsonrpc":"2.0","method"', refused(-32700)],
    ["nothing is no JSON", "", refused(-32700)],
    ["a number is no request", "1", refused(-32600)],
    ["nor is null", "null", refused(-32600)],
    ["nor an answer", { jsonrpc: "2.0", id: 1, result: 1 }, refused(-32600)],
    ["nor one of version 1", { id: 1, method: "handshake", params: [] }, refused(-32600)],
    ["the method is a string", { jsonrpc: "2.0", id: 1, method: 1 }, refused(-32600)],
    ["the parameters are an object or a list", { jsonrpc: "2.0", id: 1, method: "read", params: "a" }, refused(-32600)],
    ["an id is no object", { jsonrpc: "2.0", id: {}, method: "read" }, refused(-32600)],
    ["parameters go by name", request("handshake", [1]), { id: 1, error: { code: -32602 } }],
    ["what every object has is no method", request("toString", {}), { id: 1, error: { code: -32601 } }],
    ["nor is what begins with rpc.", request("rpc.discover", {}), { id: 1, error: { code: -32601 } }],
  ])("%s", async (_, message, expected) => {
    const answer = await ask(message)
    if (expected === undefined) expect(answer).toBeUndefined()
    else expect(answer).toMatchObject(expected)
  })

  it("a request whose rule breaks is answered, and the next one too", async () => {
    const broken = responderOf({
      ...modelMethods(),
      handshake: () => {
        throw new RangeError("Maximum call stack size exceeded")
      },
    })
    const text = JSON.stringify([request("handshake", { protocol: 1 }), one])
    expect(JSON.parse((await broken(text)) ?? "")).toMatchObject([
      { id: 1, error: { code: -32603, message: "it broke: Maximum call stack size exceeded" } },
      answered("2"),
    ])
  })

  it("an answer that is too long is an error in its place", async () => {
    const huge = responderOf({ ...modelMethods(), read: () => ({ x: "a".repeat(LONGEST_MESSAGE) }) })
    expect(JSON.parse((await huge(JSON.stringify(request("read", {})))) ?? "")).toMatchObject(refused(-32603))
  })
})
