import { once } from "node:events"
import type { Readable, Writable } from "node:stream"
import { modelResponder } from "./modelServer.js"
import { LONGEST_MESSAGE } from "./parseMessage.js"

const NEWLINE = 10

/** Splits bytes into lines. What is longer than the longest message is cut there, so that it is seen to be too long. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let parts: Buffer[] = []
  let length = 0
  for await (const chunk of input) {
    let rest = Buffer.from(chunk)
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      yield Buffer.concat([...parts, rest.subarray(0, end)]).toString("utf8")
      parts = []
      length = 0
      rest = rest.subarray(end + 1)
    }
    if (length <= LONGEST_MESSAGE) parts.push(rest)
    length += rest.length
  }
  if (length > 0) yield Buffer.concat(parts).toString("utf8")
}

/** Answers the messages of the input, one a line, until it ends. */
export async function serveStdio(input: Readable, output: Writable): Promise<void> {
  const respond = modelResponder()
  for await (const line of linesOf(input)) {
    if (line.trim() === "") continue
    const answer = await respond(line)
    if (answer === undefined || output.write(`${answer}\n`)) continue
    await once(output, "drain") // a reader that is slow must not fill the memory
  }
}
