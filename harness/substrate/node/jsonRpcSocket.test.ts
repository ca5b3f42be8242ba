import { createServer } from "node:net"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { ChainLost, ChainRefusal } from "../chainAccess.js"
import { FakeServer, type Misbehaviour } from "./fixtures/fakeServer.js"
import { JsonRpcSocket } from "./jsonRpcSocket.js"

const METHODS = {
  state_count: (by: unknown) => Number(by) + 1,
  dev_newBlock: () => "0x00",
  state_refuse: () => {
    throw new Error("not today")
  },
}

let server: FakeServer
let socket: JsonRpcSocket

beforeEach(async () => {
  server = await FakeServer.start(METHODS)
  socket = new JsonRpcSocket(server.url, 1_000)
})

afterEach(async () => {
  socket.close()
  await server.stop()
})

describe("a connection to a node", () => {
  it("answers requests that are under way at the same time, each with its own answer", async () => {
    const answers = await Promise.all([1, 2, 3].map((by) => socket.request("state_count", [by])))
    expect(answers).toEqual([2, 3, 4])
    expect(server.connections).toBe(1)
  })

  it("passes a node's own error on as a refusal, with its data, and stays open", async () => {
    const refused = socket.request("state_refuse", [])
    await expect(refused).rejects.toThrow(ChainRefusal)
    await expect(refused).rejects.toThrow("state_refuse: not today (why)")
    expect(await socket.request("state_count", [1])).toBe(2)
  })

  it("is opened anew after it broke", async () => {
    await socket.request("state_count", [1])
    const { port } = server
    await server.stop()
    server = await FakeServer.start(METHODS, port)
    expect(await socket.request("state_count", [5])).toBe(6)
  })

  it("asks once more for what only reads when it breaks in the middle", async () => {
    server.misbehave("state_count", (from) => from.terminate())
    expect(await socket.request("state_count", [1])).toBe(2)
    expect(server.asked).toEqual(["state_count", "state_count"])
  })

  it("never asks twice for what changes something", async () => {
    server.misbehave("dev_newBlock", (from) => from.terminate())
    await expect(socket.request("dev_newBlock", [])).rejects.toThrow(/closed the connection/)
    expect(server.asked).toEqual(["dev_newBlock"])
  })

  it.each<[string, Misbehaviour, RegExp]>([
    ["is silent", () => undefined, /gave no answer to dev_newBlock within 1 s/],
    ["says something else", (from) => from.send("hello"), /said something that is not JSON-RPC: "hello"/],
    ["answers under another id", (from) => from.send('{"jsonrpc":"2.0","id":99,"result":1}'), /gave no answer/],
    ["sends half a frame", (from, answer) => halfOf(from, answer), /broke|closed/],
  ])("is lost when the node %s", async (_, behave, problem) => {
    server.misbehave("dev_newBlock", behave)
    const lost = socket.request("dev_newBlock", [])
    await expect(lost).rejects.toThrow(ChainLost)
    await expect(lost).rejects.toThrow(problem)
    expect(await socket.request("state_count", [1])).toBe(2)
  })

  it("takes the first of two answers", async () => {
    server.misbehave("state_count", (from, answer) => {
      from.send(answer)
      from.send(answer.replace(/"result":\d+/, '"result":100'))
    })
    expect(await socket.request("state_count", [1])).toBe(2)
    expect(await socket.request("state_count", [2])).toBe(3)
  })

  it("is lost at once, with the reason, when nobody listens", async () => {
    const { port } = server
    await server.stop()
    const nowhere = new JsonRpcSocket(`ws://127.0.0.1:${port}`, 400)
    await expect(nowhere.request("state_count", [1])).rejects.toThrow(/cannot be reached: .*ECONNREFUSED/)
    server = await FakeServer.start(METHODS)
  })

  it("does not hang on a port that takes connections and says nothing", async () => {
    const mute = await muteServer()
    const toMute = new JsonRpcSocket(mute.url, 100)
    await expect(toMute.request("state_count", [1])).rejects.toThrow(/cannot be reached/)
    toMute.close()
    await mute.stop()
  })

  it("ends at once when it is closed while it is being opened", async () => {
    const mute = await muteServer()
    const toMute = new JsonRpcSocket(mute.url, 60_000)
    const asked = toMute.request("state_count", [1])
    setTimeout(() => toMute.close(), 50)
    await expect(asked).rejects.toThrow(/was closed/)
    await mute.stop()
  })

  it("fails what is under way when it is closed", async () => {
    server.misbehave("dev_newBlock", () => undefined)
    const underWay = socket.request("dev_newBlock", [])
    await socket.request("state_count", [1])
    socket.close()
    await expect(underWay).rejects.toThrow(/was closed/)
    await expect(socket.request("state_count", [1])).rejects.toThrow(/was closed/)
  })
})

/** A port that takes connections and says nothing. */
async function muteServer() {
  const server = createServer((connection) => connection.resume())
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  return { url: `ws://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(resolve)) }
}

/** The beginning of a frame that announces more than follows, and then the end. */
function halfOf(from: Parameters<Misbehaviour>[0], answer: string): void {
  const frame = Buffer.concat([Buffer.from([0x81, answer.length + 40]), Buffer.from(answer)])
  if ("_socket" in from && from._socket instanceof Object && "write" in from._socket) {
    const { _socket: raw } = from
    if (typeof raw.write === "function") raw.write(frame)
  }
  setTimeout(() => from.terminate(), 20)
}
