import { PassThrough, Readable } from "node:stream"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { addition } from "../runner/fixtures/vectors.js"
import { runImplementation } from "../runner/runImplementation.js"
import { parseTarget } from "../transports/target.js"
import { LONGEST_MESSAGE } from "./parseMessage.js"
import { type RunningServer, startHttpServer } from "./serveHttp.js"
import { serveStdio } from "./serveStdio.js"

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

describe("over HTTP", () => {
  let server: RunningServer

  beforeAll(async () => {
    server = await startHttpServer(0)
  })
  afterAll(() => server.stop())

  it("the harness finds the model behind it", async () => {
    const vectors = [addition("one", "1", "2", "3"), addition("two", "3", "4", "7")]
    const options = { jobs: 2, timeout: 30_000, reproduceWith: [] }
    const { counts } = await runImplementation(parseTarget(server.url), vectors, options)
    expect(counts.passed).toBe(2)
  })

  it("only this machine is served", () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  })

  it.each([
    ["a GET", { method: "GET" }, 405],
    ["a form of another site", { method: "POST", body: HANDSHAKE, headers: { "content-type": "text/plain" } }, 415],
  ])("%s is refused", async (_, init, status) => {
    expect((await fetch(server.url, init)).status).toBe(status)
  })

  it("a taken port is named", async () => {
    const port = Number(new URL(server.url).port)
    await expect(startHttpServer(port)).rejects.toThrow(`port ${port} is taken by another program; choose another`)
  })
})
