import type { IncomingMessage, Server } from "node:http"
import { isIPv6 } from "node:net"

/** This machine alone. */
export const LOOPBACK = "127.0.0.1"

const LOCAL_NAME = /^(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)$/
const PORT = /:\d+$/

/** Where a server listens. */
export interface Address {
  /** An address or name of this machine. */
  readonly host: string
  /** Port 0 takes any free one. */
  readonly port: number
}

/** An address at which this program may not or cannot listen. The message says what to do. */
export class CannotListen extends Error {
  constructor(message: string) {
    super(message)
    this.name = "CannotListen"
  }
}

function problemOf(error: Error, { host, port }: Address): string {
  const code = "code" in error ? error.code : undefined
  if (code === "EADDRINUSE") return `port ${port} is taken by another program; choose another`
  if (code === "EACCES") return `port ${port} is kept for the system; choose one above 1023`
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `${host} is no address of this machine`
  return `cannot listen at ${host}, port ${port}: ${error.message}`
}

/** Begins to listen; gives the address as it is written in a URL, `127.0.0.1:8080`. Throws a CannotListen. */
export function listen(server: Server, { host, port }: Address): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on("error", (error) => reject(new CannotListen(problemOf(error, { host, port }))))
    server.listen(port, host, () => {
      const address = server.address()
      const taken = typeof address === "object" && address !== null ? address.port : port
      resolve(`${isIPv6(host) ? `[${host}]` : host}:${taken}`)
    })
  })
}

function isLocal(name: string): boolean {
  return LOCAL_NAME.test(name)
}

/**
 * Whether a request may be served. Web pages of other sites must not reach a server of this machine alone through the
 * reader's browser: neither under a name of their own that leads here, nor over a WebSocket.
 */
export function isFromHere({ headers: { host = "", origin } }: IncomingMessage, listensAt: Address): boolean {
  if (!isLocal(listensAt.host)) return true
  const isOfHere = origin === undefined || (URL.canParse(origin) && isLocal(new URL(origin).hostname))
  return isLocal(host.replace(PORT, "")) && isOfHere
}

/** A server of the model that can be stopped. */
export interface RunningServer {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Stops a server, and breaks off what it is at. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
