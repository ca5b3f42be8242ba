import {
  createJSONRPCErrorResponse,
  JSONRPCErrorException,
  type JSONRPCErrorResponse,
  type JSONRPCID,
  JSONRPCServer,
} from "json-rpc-2.0"
import { Unsupported } from "../../reference/interface/modelSession.js"
import { isJsonList, type Json, ValueError } from "../../reference/interface/valueType.js"
import { ErrorCode, METHOD_NAMES, type MethodName, type Methods } from "./messages.js"
import { modelMethods, OutOfTurn } from "./modelMethods.js"
import { LONGEST_MESSAGE, MalformedMessage, parseMessage } from "./parseMessage.js"
import { MOST_IN_BATCH, readRequest } from "./rpcRequest.js"
import { isParamsOf, problemOfParams } from "./schemas.js"

const TOO_LONG = `the answer is longer than ${LONGEST_MESSAGE} bytes`

function invalidParams(problem: string): JSONRPCErrorException {
  return new JSONRPCErrorException(`invalid params: ${problem}`, ErrorCode.invalidParams)
}

/** The protocol's methods as functions, which may take their time. */
export type PatientHandlers = {
  readonly [M in MethodName]: (params: Methods[M]["params"]) => Methods[M]["result"] | Promise<Methods[M]["result"]>
}

function register<M extends MethodName>(server: JSONRPCServer, method: M, handlers: PatientHandlers): void {
  server.addMethod(method, (params: Json = {}) => {
    if (!isParamsOf(method, params)) throw invalidParams(problemOfParams(method, params) ?? "they are malformed")
    return handlers[method](params)
  })
}

function errorResponse(id: JSONRPCID, thrown: unknown): JSONRPCErrorResponse {
  if (thrown instanceof JSONRPCErrorException) return createJSONRPCErrorResponse(id, thrown.code, thrown.message)
  if (thrown instanceof Unsupported) {
    return createJSONRPCErrorResponse(id, ErrorCode.unsupported, "unsupported", { reason: thrown.message })
  }
  if (thrown instanceof ValueError || thrown instanceof OutOfTurn) {
    return createJSONRPCErrorResponse(id, ErrorCode.invalidParams, `invalid params: ${thrown.message}`)
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return createJSONRPCErrorResponse(id, ErrorCode.internal, `it broke: ${message}`)
}

function serverOf(handlers: PatientHandlers): JSONRPCServer {
  const server = new JSONRPCServer({ errorListener: () => undefined })
  server.mapErrorToJSONRPCErrorResponse = errorResponse
  for (const method of METHOD_NAMES) register(server, method, handlers)
  return server
}

function errorText(code: number, problem: string): string {
  return JSON.stringify(createJSONRPCErrorResponse(null, code, problem))
}

async function answerOne(server: JSONRPCServer, message: Json): Promise<string | undefined> {
  const read = readRequest(message)
  if ("problem" in read) return errorText(ErrorCode.invalidRequest, `not a JSON-RPC 2.0 request: ${read.problem}`)
  const response = await server.receive(read.request)
  return response === null ? undefined : JSON.stringify(response)
}

/** One after the other, so that the steps of a trace may be sent as a batch. */
async function answerAll(server: JSONRPCServer, messages: readonly Json[]): Promise<string | undefined> {
  if (messages.length === 0) return errorText(ErrorCode.invalidRequest, "an empty batch is no request")
  if (messages.length > MOST_IN_BATCH) {
    return errorText(ErrorCode.invalidRequest, `a batch has at most ${MOST_IN_BATCH} requests`)
  }
  const answers: string[] = []
  let length = 0
  for (const message of messages) {
    const answer = await answerOne(server, message)
    if (answer === undefined) continue
    answers.push(answer)
    length += answer.length
    if (length > LONGEST_MESSAGE) return errorText(ErrorCode.internal, TOO_LONG)
  }
  return answers.length === 0 ? undefined : `[${answers.join(",")}]`
}

async function answer(server: JSONRPCServer, text: string): Promise<string | undefined> {
  const message = parseMessage(text)
  const answered = await (isJsonList(message) ? answerAll(server, message) : answerOne(server, message))
  return (answered?.length ?? 0) > LONGEST_MESSAGE ? errorText(ErrorCode.internal, TOO_LONG) : answered
}

/** Answers one message: its text to the text of the answer, or undefined when the message asks for none. */
export type Responder = (text: string) => Promise<string | undefined>

/** The model behind the protocol, with a trace of its own. */
export function modelResponder(): Responder {
  return responderOf(modelMethods())
}

/** Methods behind the protocol. Whatever the message, there is no throw, and an answer unless none is wanted. */
export function responderOf(handlers: PatientHandlers): Responder {
  const server = serverOf(handlers)
  return async (text) => {
    try {
      return await answer(server, text)
    } catch (thrown) {
      if (thrown instanceof MalformedMessage) return errorText(ErrorCode.parse, `not a message: ${thrown.message}`)
      return errorText(ErrorCode.internal, `it broke: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
    }
  }
}
