import { Json, JsonKind } from "./json"

/** No message of the protocol is nested deeper. */
const DEEPEST = 64

/** Reads a JSON text. Null if it is none. */
export function parseJson(text: string): Json | null {
  const reader = new JsonReader(text)
  const value = reader.value(0)
  reader.skipSpace()
  return reader.failed || reader.at < text.length ? null : value
}

/** Where a text has been read to. After a failure what it gives means nothing. */
class JsonReader {
  readonly text: string
  at: i32 = 0
  failed: bool = false

  constructor(text: string) {
    this.text = text
  }

  value(depth: i32): Json {
    this.skipSpace()
    const first = this.peek()
    if (depth > DEEPEST) return this.fail()
    if (first == "{") return this.object(depth)
    if (first == "[") return this.list(depth)
    if (first == '"') return Json.text(this.string())
    return this.literal()
  }

  skipSpace(): void {
    while (this.at < this.text.length && " \t\n\r".includes(this.peek())) this.at++
  }

  private peek(): string {
    return this.text.charAt(this.at)
  }

  private fail(): Json {
    this.failed = true
    this.at = this.text.length
    return Json.nothing()
  }

  /** Steps over a character, if it is the next one after spaces. */
  private takes(character: string): bool {
    this.skipSpace()
    if (this.peek() != character) return false
    this.at++
    return true
  }

  private expect(character: string): void {
    if (!this.takes(character)) this.fail()
  }

  private object(depth: i32): Json {
    const object = Json.object()
    this.expect("{")
    if (this.takes("}")) return object
    do {
      this.skipSpace()
      const name = this.string()
      this.expect(":")
      object.with(name, this.value(depth + 1))
    } while (this.takes(","))
    this.expect("}")
    return object
  }

  private list(depth: i32): Json {
    const items: Json[] = []
    this.expect("[")
    if (this.takes("]")) return Json.list(items)
    do {
      items.push(this.value(depth + 1))
    } while (this.takes(","))
    this.expect("]")
    return Json.list(items)
  }

  private string(): string {
    this.expect('"')
    let read = ""
    while (!this.failed) {
      const start = this.at
      while (this.at < this.text.length && this.peek() != '"' && this.peek() != "\\") this.at++
      read += this.text.substring(start, this.at)
      if (this.takes('"')) return read
      read += this.escaped()
    }
    return read
  }

  private escaped(): string {
    this.expect("\\")
    const letter = this.peek()
    this.at++
    const plain = '"\\/'.includes(letter) && letter != ""
    if (plain) return letter
    const place = "bfnrt".indexOf(letter)
    if (letter != "" && place >= 0) return "\b\f\n\r\t".charAt(place)
    if (letter == "u") return this.unicode()
    this.fail()
    return ""
  }

  private unicode(): string {
    const digits = this.text.substr(this.at, 4)
    this.at += 4
    if (digits.length < 4) this.fail()
    return String.fromCharCode(<i32>parseInt(digits, 16))
  }

  /** A number, null, true or false. */
  private literal(): Json {
    const start = this.at
    while (this.at < this.text.length && !" \t\n\r,]}".includes(this.peek())) this.at++
    const text = this.text.substring(start, this.at)
    if (text == "null") return Json.nothing()
    if (text == "true" || text == "false") return Json.bool(text == "true")
    const first = text.charAt(0)
    if (first != "" && "-0123456789".includes(first)) return Json.literal(JsonKind.Number, text)
    return this.fail()
  }
}
