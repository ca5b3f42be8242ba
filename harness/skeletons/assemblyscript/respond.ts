import { functions } from "./functions"
import { Json } from "./json/json"

const UNSUPPORTED = -32001

/** Answers a request of the protocol. */
export function respond(request: Json): Json {
  const method = field(request, "method").text
  const params = field(request, "params")
  const answer = method == "handshake" ? result(handshake()) : method == "call" ? call(params) : unsupported(method)
  return answer.with("jsonrpc", Json.text("2.0")).with("id", field(request, "id"))
}

function field(object: Json, name: string): Json {
  const found = object.field(name)
  return found === null ? Json.nothing() : found
}

function handshake(): Json {
  return Json.object()
    .with("name", Json.text("my implementation"))
    .with("version", Json.text("0.1.0"))
    .with("protocol", Json.number(1))
    .with("forks", Json.texts(["balancer"]))
    .with("functions", Json.texts(functions.keys()))
}

function call(params: Json): Json {
  const name = field(params, "function").text
  return functions.has(name) ? result(functions.get(name)(field(params, "input"))) : unsupported(name)
}

function result(value: Json): Json {
  return Json.object().with("result", value)
}

/** What this implementation does not cover. Its vectors are skipped, with this reason. */
function unsupported(name: string): Json {
  const error = Json.object()
    .with("code", Json.number(UNSUPPORTED))
    .with("message", Json.text("unsupported"))
    .with("data", Json.object().with("reason", Json.text(`there is no ${name} yet`)))
  return Json.object().with("error", error)
}
