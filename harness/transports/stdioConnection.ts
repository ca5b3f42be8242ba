import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as pause } from "node:timers/promises"
import { stripVTControlCharacters } from "node:util"
import { LONGEST_MESSAGE } from "../protocol/parseMessage.js"
import { endGroup, keepTrack } from "./childProcesses.js"
import type { Connection } from "./connection.js"
import { Turn } from "./turn.js"

const NEWLINE = 10
const KEPT_OF_STDERR = 2_000

/** How long a program that closed its input or output may take to end, in milliseconds. Its end says more. */
const TIME_TO_END = 500

/** How long to wait for the end of a program that was killed, in milliseconds. */
const TIME_TO_DIE = 2_000

/** An implementation that is a program: a line on its standard input is a request, a line of its output the answer. */
export class StdioConnection implements Connection {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #command: string
  readonly #turn = new Turn()
  #parts: Buffer[] = []
  #received = 0
  #stderr = ""

  constructor(words: readonly string[]) {
    const [command = "", ...args] = words
    this.#command = command
    this.#child = spawn(command, args, { stdio: "pipe", detached: true })
    keepTrack(this.#child)
    this.#listen()
  }

  #listen(): void {
    const child = this.#child
    child.on("error", (error) => this.#fail(`${this.#command} could not be started: ${reasonOf(error)}`))
    child.on("close", (code, signal) => this.#fail(this.#obituary(code, signal)))
    child.stdin.on("error", () => this.#hungUp("input"))
    child.stdout.on("end", () => this.#hungUp("output"))
    child.stdout.on("data", (data: Buffer) => this.#receive(data))
    child.stderr.on("data", (data: Buffer) => {
      this.#stderr = (this.#stderr + data.toString("utf8")).slice(-KEPT_OF_STDERR)
    })
  }

  #hungUp(stream: string): void {
    setTimeout(() => this.#fail(`${this.#command} closed its standard ${stream}`), TIME_TO_END).unref()
  }

  #obituary(code: number | null, signal: NodeJS.Signals | null): string {
    const end = signal === null ? `ended with status ${code}` : `was ended by ${signal}`
    const where = this.#received > 0 ? " in the middle of an answer" : ""
    const lastWords = printable(this.#stderr).trim().split("\n").at(-1)
    return `${this.#command} ${end}${where}${lastWords ? `; its last words: ${lastWords}` : ""}`
  }

  #fail(problem: string): void {
    this.#turn.fail(problem)
    this.#parts = []
    endGroup(this.#child)
  }

  #receive(data: Buffer): void {
    if (this.#turn.hasFailed) return
    const end = data.indexOf(NEWLINE)
    this.#parts.push(end < 0 ? data : data.subarray(0, end))
    this.#received += end < 0 ? data.length : end
    if (this.#received > LONGEST_MESSAGE) this.#fail(`the answer is longer than ${LONGEST_MESSAGE} bytes`)
    if (end < 0 || this.#turn.hasFailed) return
    const line = Buffer.concat(this.#parts).toString("utf8")
    this.#parts = []
    this.#received = 0
    this.#turn.settle(line)
    if (this.#turn.hasFailed) endGroup(this.#child)
    if (end + 1 < data.length) this.#receive(data.subarray(end + 1))
  }

  exchange(message: string): Promise<string> {
    const answer = this.#turn.begin()
    if (!this.#turn.hasFailed) this.#child.stdin.write(`${message}\n`)
    return answer
  }

  async close(): Promise<void> {
    this.#fail("it was closed")
    const { pid, exitCode, signalCode, stdin, stdout, stderr } = this.#child
    for (const stream of [stdin, stdout, stderr]) stream.destroy()
    if (pid === undefined || exitCode !== null || signalCode !== null) return
    await Promise.race([once(this.#child, "exit"), pause(TIME_TO_DIE, undefined, { ref: false })])
  }
}

/** Text that does nothing to a terminal. */
function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/[^\P{Cc}\n\t]/gu, "")
}

function reasonOf(error: Error): string {
  if (!("code" in error)) return error.message
  if (error.code === "ENOENT") return "there is no such program"
  if (error.code === "EACCES") return "it may not be executed"
  return error.message
}
