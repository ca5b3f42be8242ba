import { Command } from "commander"
import { startHttpServer } from "../protocol/serveHttp.js"
import { serveStdio } from "../protocol/serveStdio.js"
import { UsageError } from "./usageError.js"

const LARGEST_PORT = 65_535

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= LARGEST_PORT) return port
  throw new UsageError(`--http takes a port from 0 to ${LARGEST_PORT}, not "${text}"`)
}

interface ServeOptions {
  readonly stdio?: boolean
  readonly http?: string
}

async function serve({ stdio, http }: ServeOptions): Promise<void> {
  if ((stdio === true) === (http !== undefined)) throw new UsageError("say how to serve: --stdio or --http PORT")
  if (http === undefined) return serveStdio(process.stdin, process.stdout)
  const { url } = await startHttpServer(portOf(http))
  process.stdout.write(`the model answers at ${url}\n`)
}

/** `subtensor-spec serve` */
export function serveCommand(): Command {
  return new Command("serve")
    .summary("serve the model over the conformance protocol")
    .description(
      "Answers the conformance protocol with the model: over standard input and output, one message a line, or over " +
        "HTTP on this machine's loopback address. Serves until its input ends or it is stopped.",
    )
    .option("--stdio", "serve over standard input and output")
    .option("--http <port>", "serve over HTTP at 127.0.0.1; port 0 takes any free one")
    .action(serve)
}
