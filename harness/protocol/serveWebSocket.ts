import { createServer } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import { isFromHere, LOOPBACK, listen, type RunningServer, stop } from "./listen.js"
import { modelResponder } from "./modelServer.js"
import { LONGEST_MESSAGE } from "./parseMessage.js"

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

/** Answers the messages of a client one after the other; it is not listened to before it has taken the last answer. */
function converse(socket: WebSocket): void {
  const respond = modelResponder()
  let answered = Promise.resolve()
  const reply = async (message: string) => {
    const answer = await respond(message)
    if (answer !== undefined) await new Promise((resolve) => socket.send(answer, resolve))
    socket.resume()
  }
  socket.on("error", () => socket.terminate()) // too long a message, or no WebSocket at all
  socket.on("message", (data) => {
    socket.pause()
    answered = answered.then(() => reply(data.toString()))
  })
}

/** Serves the model over WebSockets, a trace for each; port 0 takes any free one. Throws a CannotListen. */
export async function startWebSocketServer(port: number, host = LOOPBACK): Promise<RunningServer> {
  const address = { host, port }
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE, perMessageDeflate: false })
  const server = createServer((_, response) => {
    response.writeHead(426, { "content-type": "text/plain", connection: "close" }).end("open a WebSocket\n")
  })
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy())
    if (!isFromHere(request, address)) return refuse(socket, "403 Forbidden")
    sockets.handleUpgrade(request, socket, head, converse)
  })
  const url = `ws://${await listen(server, address)}/`
  const end = async () => {
    for (const socket of sockets.clients) socket.terminate()
    await stop(server)
  }
  return { url, stop: end }
}
