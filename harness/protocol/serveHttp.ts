import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { type Address, isFromHere, LOOPBACK, listen, type RunningServer, stop } from "./listen.js"
import { modelResponder, type Responder } from "./modelServer.js"
import { LONGEST_MESSAGE } from "./parseMessage.js"

interface Refusal {
  readonly status: number
  readonly problem: string
}

const TOO_LONG: Refusal = { status: 413, problem: `a message has at most ${LONGEST_MESSAGE} bytes` }

function refuse(response: ServerResponse, { status, problem }: Refusal): void {
  response.writeHead(status, { "content-type": "text/plain", connection: "close" }).end(`${problem}\n`)
}

function refusalOf(request: IncomingMessage, address: Address): Refusal | undefined {
  if (!isFromHere(request, address)) return { status: 403, problem: "only for this machine" }
  if (request.method !== "POST") return { status: 405, problem: "POST a JSON-RPC 2.0 request" }
  const type = request.headers["content-type"]?.split(";")[0]?.trim()
  if (type !== "application/json") return { status: 415, problem: "the content type must be application/json" }
  return Number(request.headers["content-length"] ?? 0) > LONGEST_MESSAGE ? TOO_LONG : undefined
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
  const body = await bodyOf(request)
  if (body === undefined) return refuse(response, TOO_LONG)
  const text = await respond(body)
  if (text === undefined) response.writeHead(204).end()
  else response.writeHead(200, { "content-type": "application/json" }).end(text)
}

/** Serves the model over HTTP; port 0 takes any free one. All clients share one trace. Throws a CannotListen. */
export async function startHttpServer(port: number, host = LOOPBACK): Promise<RunningServer> {
  const address = { host, port }
  const respond = modelResponder()
  const server = createServer((request, response) => {
    const refusal = refusalOf(request, address)
    if (refusal !== undefined) return refuse(response, refusal)
    answer(respond, request, response).catch(() => response.destroy())
  })
  return { url: `http://${await listen(server, address)}/`, stop: () => stop(server) }
}
