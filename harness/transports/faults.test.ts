import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it, vi } from "vitest"
import { addition } from "../runner/fixtures/vectors.js"
import type { ImplementationResult } from "../runner/result.js"
import { runImplementation } from "../runner/runImplementation.js"
import { quoted } from "./commandLine.js"
import { faults } from "./fixtures/faults.mjs"
import { type FaultyServer, serveFaultilyOverHttp, serveFaultilyOverWebSocket } from "./fixtures/faultyServers.js"
import { parseTarget } from "./target.js"

vi.mock("../../reference/interface/functionTable.js", async () => import("../runner/fixtures/functionTable.js"))

const PROGRAM = fileURLToPath(new URL("./fixtures/faultyProgram.mjs", import.meta.url))
const PLENTY = 30_000

/** The second vector is the one at which the fault is committed. */
const vectors = [addition("one", "1", "2", "3"), addition("two", "3", "4", "7"), addition("three", "5", "6", "11")]

/** What becomes of the three vectors, and what is said of the one that is errored. */
type Expectation = readonly [first: string, second: string, third: string, reason?: RegExp]

interface Row {
  readonly fault: string
  /** How long an answer may take, in milliseconds, where the fault is to take longer. */
  readonly timeout?: number
  readonly stdio?: Expectation
  readonly http?: Expectation
  readonly ws?: Expectation
}

const PASS = "passed"
const ERR = "errored"
const FINE: Expectation = [PASS, PASS, PASS]
const lostAtSecond = (reason: RegExp): Expectation => [PASS, ERR, PASS, reason]
const lostAtThird = (reason: RegExp): Expectation => [PASS, PASS, ERR, reason]
const all = (expected: Expectation) => ({ stdio: expected, http: expected, ws: expected })

const CLOSED = /^ws:\S+ broke off the connection$/
const TOO_LONG = /^the answer is longer than 67108864 bytes$/
const SURPLUS =
  /^(it said something without being asked|the answer has the id \d instead of the id \d: it answers late, twice)/

const SLOW_START = 4_000
const SHORT = 1_000

const ROWS: readonly Row[] = [
  { fault: "isSlow", ...all(FINE) },
  { fault: "hangs", timeout: SLOW_START, stdio: lostAtSecond(/^no answer within 4 s$/) },
  {
    fault: "hangs",
    timeout: SHORT,
    http: lostAtSecond(/^no answer within 1 s$/),
    ws: lostAtSecond(/^no answer within 1 s$/),
  },
  {
    fault: "dies",
    stdio: lostAtSecond(/ ended with status 7$/),
    http: lostAtSecond(/^http:\S+ cannot be reached: other side closed$/),
    ws: lostAtSecond(CLOSED),
  },
  { fault: "diesAfterwards", stdio: lostAtThird(/ ended with status 7$/), http: FINE, ws: lostAtThird(CLOSED) },
  { fault: "restarts", http: lostAtSecond(/cannot be reached: other side closed$/), ws: lostAtSecond(CLOSED) },
  {
    fault: "answersTwice",
    stdio: lostAtThird(SURPLUS),
    http: lostAtSecond(/^the answer is malformed: it is not JSON/),
    ws: lostAtThird(SURPLUS),
  },
  { fault: "answersAnother", ...all(lostAtSecond(/^the answer has the id 2 instead of the id 3: it answers late/)) },
  {
    fault: "sendsHalf",
    stdio: lostAtSecond(/ ended with status 7 in the middle of an answer$/),
    http: lostAtSecond(/^http:\S+ broke off in the middle of its answer: other side closed$/),
    ws: lostAtSecond(CLOSED),
  },
  { fault: "sendsHalfAndHangs", timeout: SLOW_START, stdio: lostAtSecond(/^no answer within 4 s$/) },
  {
    fault: "sendsHalfAndHangs",
    timeout: SHORT,
    http: lostAtSecond(/^no answer within 1 s$/),
    ws: lostAtSecond(/^no answer within 1 s$/),
  },
  { fault: "sendsTooMuch", ...all(lostAtSecond(TOO_LONG)) },
  { fault: "saysNothing", ...all(lostAtSecond(/^the answer is malformed: it is not JSON: ""$/)) },
  { fault: "floodsOutput", stdio: lostAtSecond(/^the answer is malformed: it is not JSON: "aaa/) },
  { fault: "floodsErrors", stdio: FINE },
  { fault: "closesInput", stdio: lostAtThird(/ closed its standard input$/) },
  { fault: "closesOutput", stdio: lostAtSecond(/ closed its standard output$/) },
  { fault: "ignoresSignals", timeout: SLOW_START, stdio: lostAtSecond(/^no answer within 4 s$/) },
  { fault: "leavesChildren", timeout: SLOW_START, stdio: lostAtSecond(/^no answer within 4 s$/) },
]

function run(target: string, timeout = PLENTY): Promise<ImplementationResult> {
  return runImplementation(parseTarget(target), vectors, { jobs: 1, timeout, reproduceWith: [] })
}

function expectResults({ results }: ImplementationResult, [first, second, third, reason]: Expectation): void {
  expect(results.map(({ status, reason: said }) => said ?? status)).toEqual(
    [first, second, third].map((status) => (status === PASS ? PASS : expect.stringMatching(reason ?? /./))),
  )
  expect(results.map(({ status }) => status)).toEqual([first, second, third])
}

function processesNaming(mark: string): readonly string[] {
  const lines = execFileSync("ps", ["-eo", "args"]).toString().split("\n")
  return lines.filter((line) => line.includes(mark))
}

const servers: FaultyServer[] = []

async function urlOf(starting: Promise<FaultyServer>): Promise<string> {
  const server = await starting
  servers.push(server)
  return server.url
}

afterAll(() => {
  for (const { stop } of servers) stop()
})

function rowsOf(transport: "stdio" | "http" | "ws"): [string, number | undefined, Expectation][] {
  return ROWS.flatMap(({ fault, timeout, [transport]: expected }) =>
    expected === undefined ? [] : [[fault, timeout, expected] satisfies [string, number | undefined, Expectation]],
  )
}

const nothing = () => undefined

describe.concurrent("a program that has a fault costs one vector, and leaves no process behind", () => {
  it.each(rowsOf("stdio"))("%s", { timeout: PLENTY }, async (fault, timeout, expected) => {
    const mark = `fault-${fault}-${process.pid}`
    const target = `stdio:${[process.execPath, PROGRAM, fault, mark].map(quoted).join(" ")}`
    expectResults(await run(target, timeout), expected)
    await vi.waitFor(() => expect(processesNaming(mark)).toEqual([]), { timeout: 10_000 })
  })
})

describe.concurrent("a server behind HTTP that has a fault costs one vector", () => {
  it.each(rowsOf("http"))("%s", { timeout: PLENTY }, async (fault, timeout, expected) => {
    expectResults(await run(await urlOf(serveFaultilyOverHttp(faults[fault] ?? nothing)), timeout), expected)
  })
})

describe.concurrent("a server behind WebSockets that has a fault costs one vector", () => {
  it.each(rowsOf("ws"))("%s", { timeout: PLENTY }, async (fault, timeout, expected) => {
    expectResults(await run(await urlOf(serveFaultilyOverWebSocket(faults[fault] ?? nothing)), timeout), expected)
  })
})
