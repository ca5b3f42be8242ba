import { functionTable } from "../../reference/interface/functionTable.js"
import { type ModelSession, Unsupported } from "../../reference/interface/modelSession.js"
import { forksWithSessions, openSession } from "../../reference/interface/openSession.js"
import { packageVersion } from "../packageFolder.js"
import { type Handshake, type MethodName, type Methods, PROTOCOL_VERSION } from "./messages.js"

/** The protocol's methods as functions. */
export type Handlers = { readonly [M in MethodName]: (params: Methods[M]["params"]) => Methods[M]["result"] }

/** A request whose parameters make no sense at this moment. */
export class OutOfTurn extends Error {}

function handshake(): Handshake {
  const functions = [...functionTable.values()]
  return {
    name: "reference",
    version: packageVersion(),
    protocol: PROTOCOL_VERSION,
    forks: [...new Set([...forksWithSessions, ...functions.flatMap((declared) => declared.forks)])],
    functions: functions.map((declared) => declared.name),
    steps: forksWithSessions.length > 0 ? ["apply", "trace"] : [],
  }
}

function call({ fork, function: name, input }: Methods["call"]["params"]): Methods["call"]["result"] {
  const declared = functionTable.get(name)
  if (declared === undefined) throw new Unsupported(`the model has no public function ${name}`)
  if (!declared.forks.includes(fork)) throw new Unsupported(`${name} is not a rule of the fork ${fork}`)
  return declared.call(input)
}

function apply({ fork, state, ...block }: Methods["apply"]["params"]): Methods["apply"]["result"] {
  const session = openSession(fork)
  session.load(state)
  return session.step(block)
}

/** The model's methods, with a trace of their own. */
export function modelMethods(): Handlers {
  let trace: ModelSession | undefined
  const loaded = (): ModelSession => {
    if (trace === undefined) throw new OutOfTurn("nothing is loaded: begin a trace with load")
    return trace
  }
  return {
    handshake,
    call,
    apply,
    load: ({ fork, state }) => {
      trace = openSession(fork)
      trace.load(state)
      return null
    },
    step: (block) => loaded().step(block),
    read: ({ items }) => loaded().read(items),
  }
}
