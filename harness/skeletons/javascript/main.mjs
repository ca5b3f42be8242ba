// An implementation of Subtensor's rules, asked by the conformance harness: a request a line, an answer a line.
import { createInterface } from "node:readline"

/** What this implementation does not cover. Its vectors are skipped, with this reason. */
class Unsupported extends Error {}

/** numbers.u64.saturatingAdd: the sum, or the largest u64 where that is less. */
function saturatingAdd(given) {
  // Not written yet. Integers come and go as decimal strings: BigInt(given.a), { ok: total.toString() }.
  return { error: "Mine.NotWrittenYet" }
}

const functions = new Map([["numbers.u64.saturatingAdd", saturatingAdd]])

function handshake() {
  return {
    name: "my implementation",
    version: "0.1.0",
    protocol: 1,
    forks: ["balancer"],
    functions: [...functions.keys()],
  }
}

function call(params) {
  const run = functions.get(params.function)
  if (run === undefined) throw new Unsupported(`there is no ${params.function} yet`)
  return run(params.input)
}

const methods = new Map([
  ["handshake", handshake],
  ["call", call],
])

function answer({ method, params }) {
  const run = methods.get(method)
  if (run === undefined) throw new Unsupported(`there is no ${method} yet`)
  return run(params)
}

function respond(request) {
  const head = { jsonrpc: "2.0", id: request.id }
  try {
    return { ...head, result: answer(request) }
  } catch (thrown) {
    if (!(thrown instanceof Unsupported)) throw thrown
    return { ...head, error: { code: -32001, message: "unsupported", data: { reason: thrown.message } } }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(respond(JSON.parse(line)))}\n`)
}
