import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process"
import { LONGEST_MESSAGE } from "../protocol/parseMessage.js"
import { endGroup, keepTrack } from "./childProcesses.js"
import { BrokenConnection, type Connection } from "./connection.js"

const NEWLINE = 10
const KEPT_OF_STDERR = 2_000

interface Waiting {
  readonly resolve: (line: string) => void
  readonly reject: (problem: BrokenConnection) => void
}

/** An implementation that is a program: a line on its standard input is a request, a line of its output the answer. */
export class StdioConnection implements Connection {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #command: string
  #waiting: Waiting | undefined
  #problem: BrokenConnection | undefined
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
    child.stdin.on("error", () => undefined) // a program that has died is reported when it closes
    child.stdout.on("data", (data: Buffer) => this.#receive(data))
    child.stderr.on("data", (data: Buffer) => {
      this.#stderr = (this.#stderr + data.toString("utf8")).slice(-KEPT_OF_STDERR)
    })
  }

  #obituary(code: number | null, signal: NodeJS.Signals | null): string {
    const end = signal === null ? `ended with status ${code}` : `was ended by ${signal}`
    const lastWords = this.#stderr.trim().split("\n").at(-1)
    return `${this.#command} ${end}${lastWords ? `; its last words: ${lastWords}` : ""}`
  }

  #fail(problem: string): void {
    this.#problem ??= new BrokenConnection(problem)
    endGroup(this.#child)
    this.#waiting?.reject(this.#problem)
    this.#waiting = undefined
  }

  #receive(data: Buffer): void {
    const end = data.indexOf(NEWLINE)
    this.#parts.push(end < 0 ? data : data.subarray(0, end))
    this.#received += end < 0 ? data.length : end
    if (this.#received > LONGEST_MESSAGE) this.#fail(`the answer is longer than ${LONGEST_MESSAGE} bytes`)
    if (end < 0 || this.#problem !== undefined) return
    const line = Buffer.concat(this.#parts).toString("utf8")
    this.#parts = []
    this.#received = 0
    this.#deliver(line)
    if (end + 1 < data.length) this.#receive(data.subarray(end + 1))
  }

  #deliver(line: string): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting !== undefined) waiting.resolve(line)
    else this.#fail(`it said something without being asked: ${JSON.stringify(line.slice(0, 60))}`)
  }

  exchange(message: string): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#problem !== undefined) return reject(this.#problem)
      this.#waiting = { resolve, reject }
      this.#child.stdin.write(`${message}\n`)
    })
  }

  async close(): Promise<void> {
    this.#fail("it was closed")
    this.#child.stdin.destroy()
    this.#child.stdout.destroy()
    this.#child.stderr.destroy()
  }
}

function reasonOf(error: Error): string {
  if (!("code" in error)) return error.message
  if (error.code === "ENOENT") return "there is no such program"
  if (error.code === "EACCES") return "it may not be executed"
  return error.message
}
