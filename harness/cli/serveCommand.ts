import { Command } from "commander"
import { CannotListen, LOOPBACK, type RunningServer } from "../protocol/listen.js"
import { startHttpServer } from "../protocol/serveHttp.js"
import { serveStdio } from "../protocol/serveStdio.js"
import { startWebSocketServer } from "../protocol/serveWebSocket.js"
import { UsageError } from "./usageError.js"

const LARGEST_PORT = 65_535

function portOf(option: string, text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= LARGEST_PORT) return port
  throw new UsageError(`${option} takes a port from 0 to ${LARGEST_PORT}, not "${text}"`)
}

interface ServeOptions {
  readonly stdio?: boolean
  readonly http?: string
  readonly ws?: string
  readonly host?: string
}

async function announce(starting: Promise<RunningServer>): Promise<void> {
  try {
    const { url } = await starting
    process.stdout.write(`the model answers at ${url}\n`)
  } catch (thrown) {
    throw thrown instanceof CannotListen ? new UsageError(thrown.message) : thrown
  }
}

async function serve({ stdio, http, ws, host }: ServeOptions): Promise<void> {
  if ([stdio, http, ws].filter((way) => way !== undefined).length !== 1) {
    throw new UsageError("say how to serve: --stdio, --http PORT or --ws PORT")
  }
  if (stdio === true && host !== undefined) throw new UsageError("--host goes with --http or --ws")
  if (http !== undefined) return announce(startHttpServer(portOf("--http", http), host))
  if (ws !== undefined) return announce(startWebSocketServer(portOf("--ws", ws), host))
  return serveStdio(process.stdin, process.stdout)
}

/** `subtensor-spec serve` */
export function serveCommand(): Command {
  return new Command("serve")
    .summary("serve the model over the conformance protocol")
    .description(
      "Answers the conformance protocol with the model: over standard input and output, one message a line; over HTTP, " +
        "one message a POST; or over WebSockets, one message each. Only this machine is served unless --host says " +
        "otherwise. Serves until its input ends or it is stopped.",
    )
    .option("--stdio", "serve over standard input and output")
    .option("--http <port>", "serve over HTTP; port 0 takes any free one")
    .option("--ws <port>", "serve over WebSockets; port 0 takes any free one")
    .option("--host <address>", `listen at this address of the machine (default: ${LOOPBACK})`)
    .addHelpText(
      "after",
      "\nAt another address than that of this machine alone, whoever can reach it is served: there is no password and\n" +
        "no encryption. A message has at most 64 MiB.",
    )
    .action(serve)
}
