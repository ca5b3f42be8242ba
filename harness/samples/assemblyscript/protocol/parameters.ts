import { parseDecimal } from "../integers/decimal"
import { Integer, ZERO } from "../integers/integer"
import { Range } from "../numbers/range"
import { Json, JsonKind } from "./json"

/** What was wrong with the parameters of the call being answered; empty if nothing was. */
let problem = ""

/** Forgets the problem of the last call. */
export function forgetProblem(): void {
  problem = ""
}

/** The first problem found in the parameters of this call; empty if none was. */
export function problemOfParameters(): string {
  return problem
}

function complain(path: string, what: string): void {
  if (problem == "") problem = `${path}: ${what}`
}

/** The value of a parameter, to be read as what the function takes it for. A value of another form reads as zero and leaves a problem. */
export class Parameter {
  readonly json: Json
  readonly path: string

  constructor(json: Json, path: string) {
    this.json = json
    this.path = path
  }

  /** The field of a record. */
  field(name: string): Parameter {
    const found = this.json.field(name)
    const path = `${this.path}.${name}`
    if (found !== null) return new Parameter(found, path)
    complain(path, "it is missing")
    return new Parameter(Json.nothing(), path)
  }

  /** The elements of a list. */
  elements(): Parameter[] {
    if (this.json.kind != JsonKind.List) complain(this.path, "it is no list")
    const elements: Parameter[] = []
    for (let i = 0; i < this.json.items.length; i++) {
      elements.push(new Parameter(this.json.items[i], `${this.path}[${i}]`))
    }
    return elements
  }

  /** An integer without bounds. */
  integer(): Integer {
    const value = this.json.kind == JsonKind.Text ? parseDecimal(this.json.text) : null
    if (value !== null) return value
    complain(this.path, "it is no integer in decimal")
    return ZERO
  }

  /** An integer of a type, or the raw bits of a number of a format. */
  of(range: Range): Integer {
    const value = this.integer()
    if (range.includes(value)) return value
    complain(this.path, "it is outside its type")
    return ZERO
  }

  /** A list of integers of a type. */
  listOf(range: Range): Integer[] {
    const elements = this.elements()
    const values: Integer[] = []
    for (let i = 0; i < elements.length; i++) values.push(elements[i].of(range))
    return values
  }

  /** The two elements of a pair. */
  pair(): Parameter[] {
    const elements = this.elements()
    while (elements.length < 2) {
      complain(this.path, "it is no pair")
      elements.push(new Parameter(Json.nothing(), this.path))
    }
    return elements
  }

  bool(): bool {
    if (this.json.kind != JsonKind.Bool) complain(this.path, "it is neither true nor false")
    return this.json.isTrue()
  }

  /** A name out of those that are known. */
  oneOf(names: string[]): string {
    if (this.json.kind == JsonKind.Text && names.includes(this.json.text)) return this.json.text
    complain(this.path, `it is none of ${names.join(", ")}`)
    return names[0]
  }
}
