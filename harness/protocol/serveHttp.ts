import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { modelResponder, type Responder } from "./modelServer.js"
import { LONGEST_MESSAGE } from "./parseMessage.js"

const LOOPBACK = "127.0.0.1"
const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/

function refuse(response: ServerResponse, status: number, problem: string): void {
  response.writeHead(status, { "content-type": "text/plain", connection: "close" }).end(`${problem}\n`)
}

/** Web pages of other sites must not reach the model through the reader's browser. */
function problemOfRequest(request: IncomingMessage): { readonly status: number; readonly problem: string } | undefined {
  if (!LOCAL_HOST.test(request.headers.host ?? "")) return { status: 403, problem: "only for this machine" }
  if (request.method !== "POST") return { status: 405, problem: "POST a JSON-RPC 2.0 request" }
  const type = request.headers["content-type"]?.split(";")[0]?.trim()
  if (type !== "application/json") return { status: 415, problem: "the content type must be application/json" }
  return undefined
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let received = 0
  for await (const part of request) {
    parts.push(Buffer.from(part))
    received += part.length
    if (received > LONGEST_MESSAGE) return undefined
  }
  return Buffer.concat(parts).toString("utf8")
}

async function answer(respond: Responder, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = problemOfRequest(request)
  if (refusal !== undefined) return refuse(response, refusal.status, refusal.problem)
  const body = await bodyOf(request)
  if (body === undefined) return refuse(response, 413, `a message has at most ${LONGEST_MESSAGE} bytes`)
  const text = await respond(body)
  if (text === undefined) response.writeHead(204).end()
  else response.writeHead(200, { "content-type": "application/json" }).end(text)
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on("error", (error) => {
      const inUse = "code" in error && error.code === "EADDRINUSE"
      reject(inUse ? new Error(`port ${port} is taken by another program; choose another`) : error)
    })
    server.listen(port, LOOPBACK, () => {
      const address = server.address()
      resolve(`http://${LOOPBACK}:${typeof address === "object" ? address?.port : port}/`)
    })
  })
}

/** A server of the model that can be stopped. */
export interface RunningServer {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Serves the model at the loopback address; port 0 takes any free port. All clients share one trace. */
export async function startHttpServer(port: number): Promise<RunningServer> {
  const respond = modelResponder()
  const server = createServer((request, response) => {
    answer(respond, request, response).catch(() => response.destroy())
  })
  const url = await listen(server, port)
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, stop }
}
