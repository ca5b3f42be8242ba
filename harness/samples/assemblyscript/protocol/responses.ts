import { coveredForks, coveredFunctions, runFunction } from "./calls"
import { Json } from "./json"
import { parseJson } from "./jsonReader"
import { writeJson } from "./jsonWriter"
import { forgetProblem, Parameter, problemOfParameters } from "./parameters"
import { forgetRefusal, refusalOfCall } from "./refusal"

const PROTOCOL = 1
const PARSE_ERROR = -32700
const INVALID_PARAMS = -32602
const UNSUPPORTED = -32001

/** Answers a request of the protocol, both as JSON text. */
export function respond(text: string): string {
  const request = parseJson(text)
  if (request === null) return writeJson(failure(PARSE_ERROR, "the request is no JSON").with("id", Json.nothing()))
  return writeJson(answer(request).with("jsonrpc", Json.text("2.0")).with("id", fieldOf(request, "id")))
}

function fieldOf(object: Json, name: string): Json {
  const field = object.field(name)
  return field === null ? Json.nothing() : field
}

function answer(request: Json): Json {
  const method = fieldOf(request, "method").text
  if (method == "handshake") return success(handshake())
  return method == "call" ? call(fieldOf(request, "params")) : unsupported(`${method} is not covered, only call is`)
}

function handshake(): Json {
  return Json.object()
    .with("name", Json.text("subtensor-assemblyscript"))
    .with("version", Json.text("0.1.0"))
    .with("protocol", Json.number(PROTOCOL))
    .with("forks", Json.texts(coveredForks()))
    .with("functions", Json.texts(coveredFunctions()))
}

function call(params: Json): Json {
  forgetProblem()
  forgetRefusal()
  const fork = fieldOf(params, "fork").text
  const name = fieldOf(params, "function").text
  const result = runFunction(fork, name, new Parameter(fieldOf(params, "input"), "input"))
  if (result === null) return unsupported(`${name} of fork ${fork} is not covered`)
  if (problemOfParameters() != "") return failure(INVALID_PARAMS, `invalid params: ${problemOfParameters()}`)
  const refusal = refusalOfCall()
  return success(refusal == "" ? Json.object().with("ok", result) : Json.object().with("error", Json.text(refusal)))
}

function success(result: Json): Json {
  return Json.object().with("result", result)
}

function failure(code: i32, message: string): Json {
  const error = Json.object().with("code", Json.number(code)).with("message", Json.text(message))
  return Json.object().with("error", error)
}

function unsupported(reason: string): Json {
  const response = failure(UNSUPPORTED, "unsupported")
  fieldOf(response, "error").with("data", Json.object().with("reason", Json.text(reason)))
  return response
}
