import { isJsonList, isJsonObject, type Json } from "../../reference/interface/valueType.js"

/** The longest message that either side may send, in bytes of UTF-8. */
export const LONGEST_MESSAGE = 64 * 1024 * 1024

/** How deeply lists and objects of a message may be nested. */
export const DEEPEST_MESSAGE = 64

/** Text that is not a message: not JSON, too long or nested too deeply. */
export class MalformedMessage extends Error {
  constructor(problem: string) {
    super(problem)
    this.name = "MalformedMessage"
  }
}

function isDeeperThan(json: Json, levels: number): boolean {
  if (!isJsonList(json) && !isJsonObject(json)) return false
  if (levels === 0) return true
  const children = isJsonList(json) ? json : Object.values(json)
  return children.some((child) => isDeeperThan(child, levels - 1))
}

function excerptOf(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text
  return JSON.stringify(shown)
}

function parseJson(text: string): Json {
  try {
    const json: Json = JSON.parse(text)
    return json
  } catch {
    throw new MalformedMessage(`it is not JSON: ${excerptOf(text)}`)
  }
}

/** Reads the text of one message. Throws a MalformedMessage that says what is wrong with it. */
export function parseMessage(text: string): Json {
  if (text.length > LONGEST_MESSAGE) {
    throw new MalformedMessage(`it is longer than ${LONGEST_MESSAGE} bytes`)
  }
  const json = parseJson(text)
  if (isDeeperThan(json, DEEPEST_MESSAGE)) {
    throw new MalformedMessage(`it is nested more than ${DEEPEST_MESSAGE} levels deep`)
  }
  return json
}
