import { once } from "node:events"
import { connect } from "node:net"
import { PassThrough, Readable } from "node:stream"
import { afterEach, describe, expect, it, vi } from "vitest"
import { WebSocket } from "ws"
import { addition } from "../runner/fixtures/vectors.js"
import { runImplementation } from "../runner/runImplementation.js"
import { parseTarget } from "../transports/target.js"
import type { RunningServer } from "./listen.js"
import { LONGEST_MESSAGE } from "./parseMessage.js"
import { startHttpServer } from "./serveHttp.js"
import { serveStdio } from "./serveStdio.js"
import { startWebSocketServer } from "./serveWebSocket.js"

vi.mock("../../reference/interface/functionTable.js", async () => import("../runner/fixtures/functionTable.js"))

const HANDSHAKE = '{"jsonrpc":"2.0","id":1,"method":"handshake","params":{"protocol":1}}'

async function answersTo(chunks: readonly (string | Buffer)[]): Promise<readonly unknown[]> {
  const output = new PassThrough()
  await serveStdio(Readable.from(chunks), output)
  output.end()
  const text = (await output.toArray()).join("")
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line))
}

describe("over standard input and output", () => {
  it("a line is a message, however it is cut into pieces", async () => {
    const [first, second] = [HANDSHAKE.slice(0, 20), `${HANDSHAKE.slice(20)}\n\n${HANDSHAKE}`]
    expect(await answersTo([first, second])).toMatchObject([{ id: 1 }, { id: 1 }])
  })

  it("a line that is no message is answered with an error, and the next one is answered", async () => {
    expect(await answersTo([`garbage\n${HANDSHAKE}\n`])).toMatchObject([{ error: { code: -32700 } }, { id: 1 }])
  })

  it("a line that is too long is answered with an error, and the next one is answered", async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 0x61)
    const tooLong = Array.from({ length: LONGEST_MESSAGE / megabyte.length + 1 }, () => megabyte)
    expect(await answersTo([...tooLong, `\n${HANDSHAKE}\n`])).toMatchObject([{ error: { code: -32700 } }, { id: 1 }])
  })
})

/** The two servers on a port, and what to try them with. */
const SERVERS: readonly (readonly [string, (port: number, host?: string) => Promise<RunningServer>, RegExp])[] = [
  ["HTTP", startHttpServer, /^http:\/\/127\.0\.0\.1:\d+\/$/],
  ["WebSocket", startWebSocketServer, /^ws:\/\/127\.0\.0\.1:\d+\/$/],
]

const started: RunningServer[] = []

async function kept(starting: Promise<RunningServer>): Promise<RunningServer> {
  const server = await starting
  started.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(started.splice(0).map(({ stop }) => stop()))
})

describe.each(SERVERS)("over %s", (_, start, loopback) => {
  it("the harness finds the model", async () => {
    const { url } = await kept(start(0))
    const vectors = [addition("one", "1", "2", "3"), addition("two", "3", "4", "7")]
    const options = { jobs: 2, timeout: 30_000, reproduceWith: [] }
    const { counts } = await runImplementation(parseTarget(url), vectors, options)
    expect(counts.passed).toBe(2)
  })

  it("only this machine is served, unless told otherwise", async () => {
    expect((await kept(start(0))).url).toMatch(loopback)
    const { url } = await kept(start(0, "0.0.0.0"))
    expect(url).toContain("//0.0.0.0:")
    expect(new URL(url).port).not.toBe("0")
  })

  it("a taken port is named", async () => {
    const port = Number(new URL((await kept(start(0))).url).port)
    await expect(start(port)).rejects.toThrow(`port ${port} is taken by another program; choose another`)
  })

  it("an address of another machine is refused", async () => {
    await expect(start(0, "192.0.2.1")).rejects.toThrow("192.0.2.1 is no address of this machine")
  })

  it("a message of 100 MB is not taken, and the next client is served", async () => {
    const { url } = await kept(start(0))
    const client = parseTarget(url).create(30_000)
    const outcome = await client.request("read", { items: ["a".repeat(100_000_000)] })
    expect(outcome).toMatchObject({ kind: "broken", lost: true })
    expect(await client.request("handshake", { protocol: 1 })).toMatchObject({ kind: "answered" })
    await client.close()
  })
})

describe("over HTTP", () => {
  it.each([
    ["a GET", { method: "GET" }, 405],
    ["a form of another site", { method: "POST", body: HANDSHAKE, headers: { "content-type": "text/plain" } }, 415],
    [
      "the page of another site",
      {
        method: "POST",
        body: HANDSHAKE,
        headers: { "content-type": "application/json", origin: "https://example.org" },
      },
      403,
    ],
  ])("%s is refused", async (_, init, status) => {
    const { url } = await kept(startHttpServer(0))
    expect((await fetch(url, init)).status).toBe(status)
  })

  it("a notification has an empty answer", async () => {
    const { url } = await kept(startHttpServer(0))
    const body = '{"jsonrpc":"2.0","method":"handshake","params":{"protocol":1}}'
    const response = await fetch(url, { method: "POST", body, headers: { "content-type": "application/json" } })
    expect([response.status, await response.text()]).toEqual([204, ""])
  })
})

/** What a WebSocket gets: its answers, then why it was closed if it was. */
async function heardBy(socket: WebSocket, messages: readonly string[]): Promise<readonly unknown[]> {
  const heard: unknown[] = []
  await new Promise<void>((resolve) => {
    socket.on("open", () => {
      for (const message of messages) socket.send(message)
    })
    socket.on("message", (data) => {
      heard.push(JSON.parse(data.toString()))
      if (heard.length === messages.length) resolve()
    })
    socket.on("close", (code) => resolve(void heard.push(code)))
    socket.on("error", ({ message }) => resolve(void heard.push(message)))
  })
  socket.terminate()
  return heard
}

describe("over a WebSocket", () => {
  const requests = ["garbage", '{"jsonrpc":"2.0","id":5,"method":"fly"}', HANDSHAKE]

  it("every message has its answer, in their order", async () => {
    const { url } = await kept(startWebSocketServer(0))
    expect(await heardBy(new WebSocket(url), requests)).toMatchObject([
      { id: null, error: { code: -32700 } },
      { id: 5, error: { code: -32601 } },
      { id: 1, result: { name: "reference" } },
    ])
  })

  it("each one has a trace of its own", async () => {
    const { url } = await kept(startWebSocketServer(0))
    const [one, other] = [parseTarget(url).create(10_000), parseTarget(url).create(10_000)]
    await one.request("load", { fork: "balancer", state: {} })
    expect(await one.request("read", {})).toMatchObject({ kind: "answered" })
    expect(await other.request("read", {})).toMatchObject({ problem: expect.stringContaining("nothing is loaded") })
    await Promise.all([one.close(), other.close()])
  })

  it.each([
    ["the page of another site", { origin: "https://example.org" }, "Unexpected server response: 403"],
    ["another name of this machine", { headers: { host: "example.org" } }, "Unexpected server response: 403"],
  ])("%s is refused", async (_, options, problem) => {
    const { url } = await kept(startWebSocketServer(0))
    const [first] = await heardBy(new WebSocket(url, options), [HANDSHAKE])
    expect(first).toBe(problem)
  })

  it("a page of this machine is served", async () => {
    const { url } = await kept(startWebSocketServer(0))
    const socket = new WebSocket(url, { origin: "http://localhost:3000" })
    expect(await heardBy(socket, [HANDSHAKE])).toMatchObject([{ id: 1 }])
  })

  it("a plain request is told what to do", async () => {
    const { url } = await kept(startWebSocketServer(0))
    const response = await fetch(url.replace("ws:", "http:"))
    expect([response.status, await response.text()]).toEqual([426, "open a WebSocket\n"])
  })

  it.each([
    ["half a frame", Buffer.from([0x81, 0xfe, 0x10, 0x00, 1, 2, 3, 4, 5])],
    ["a frame that makes no sense", Buffer.from([0xff, 0xff, 0xff, 0xff])],
  ])("who sends %s and goes away does no harm", async (_, bytes) => {
    const { url } = await kept(startWebSocketServer(0))
    const socket = connect(Number(new URL(url).port), "127.0.0.1")
    const upgrade = "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13"
    socket.write(`GET / HTTP/1.1\r\nhost: localhost\r\n${upgrade}\r\nsec-websocket-key: ${"a".repeat(22)}==\r\n\r\n`)
    await once(socket, "data")
    socket.end(bytes)
    await once(socket.resume(), "close")
    expect(await heardBy(new WebSocket(url), [HANDSHAKE])).toMatchObject([{ id: 1 }])
  })
})
