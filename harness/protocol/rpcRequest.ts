import type { JSONRPCRequest } from "json-rpc-2.0"
import { isJsonList, isJsonObject, type Json } from "../../reference/interface/valueType.js"

/** How many requests a batch may have: a short request can have a long answer. */
export const MOST_IN_BATCH = 1_000

const ID_TYPES: readonly string[] = ["undefined", "string", "number"]

function problemOfRequest(message: Json): string | undefined {
  if (!isJsonObject(message)) return "it is not an object"
  const { jsonrpc, method, params, id } = message
  if (jsonrpc !== "2.0") return 'its jsonrpc is not "2.0"'
  if (typeof method !== "string") return "its method is not a string"
  if (params !== undefined && !isJsonObject(params) && !isJsonList(params)) return "its params are no object or list"
  if (id !== null && !ID_TYPES.includes(typeof id)) return "its id is not a string, a number or null"
  return undefined
}

/** Reads a request, or says what keeps a message from being one by JSON-RPC 2.0. Without an id it is a notification. */
export function readRequest(message: Json): { readonly request: JSONRPCRequest } | { readonly problem: string } {
  const problem = problemOfRequest(message)
  if (problem !== undefined || !isJsonObject(message)) return { problem: problem ?? "it is not an object" }
  const { method, params, id } = message
  const request: JSONRPCRequest = { jsonrpc: "2.0", method: String(method) }
  if (params !== undefined) request.params = params
  if (id === null || typeof id === "string" || typeof id === "number") request.id = id
  return { request }
}
