import {
  createJSONRPCErrorResponse,
  isJSONRPCRequest,
  isJSONRPCRequests,
  JSONRPCErrorException,
  type JSONRPCErrorResponse,
  type JSONRPCID,
  JSONRPCServer,
} from "json-rpc-2.0"
import { Unsupported } from "../../reference/interface/modelSession.js"
import { type Json, ValueError } from "../../reference/interface/valueType.js"
import { ErrorCode, METHOD_NAMES, type MethodName, type Methods } from "./messages.js"
import { modelMethods, OutOfTurn } from "./modelMethods.js"
import { MalformedMessage, parseMessage } from "./parseMessage.js"
import { isParamsOf, problemOfParams } from "./schemas.js"

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

async function respond(server: JSONRPCServer, text: string): Promise<unknown> {
  const request: unknown = parseMessage(text)
  if (isJSONRPCRequests(request)) return server.receive(request)
  if (isJSONRPCRequest(request)) return server.receive(request)
  return createJSONRPCErrorResponse(null, ErrorCode.invalidRequest, "it is not a JSON-RPC 2.0 request")
}

/** Answers one message: its text to the text of the answer, or undefined when the message asks for none. */
export type Responder = (text: string) => Promise<string | undefined>

/** The model behind the protocol, with a trace of its own. */
export function modelResponder(): Responder {
  return responderOf(modelMethods())
}

/** Methods behind the protocol. Whatever the message, there is an answer and no throw. */
export function responderOf(handlers: PatientHandlers): Responder {
  const server = serverOf(handlers)
  return async (text) => {
    try {
      const response = await respond(server, text)
      return response === null ? undefined : JSON.stringify(response)
    } catch (thrown) {
      if (!(thrown instanceof MalformedMessage)) throw thrown
      return JSON.stringify(createJSONRPCErrorResponse(null, ErrorCode.parse, `not a message: ${thrown.message}`))
    }
  }
}
