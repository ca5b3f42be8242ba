/** What a JSON value is. */
export enum JsonKind {
  Null,
  Bool,
  Number,
  Text,
  List,
  Object,
}

/** A JSON value. */
export class Json {
  readonly kind: JsonKind
  /** The text of a text; a number, null, true or false as it is written. */
  text: string = ""
  /** The elements of a list. */
  items: Json[] = []
  /** The fields of an object, in their order. */
  fields: Map<string, Json> = new Map()

  constructor(kind: JsonKind) {
    this.kind = kind
  }

  static nothing(): Json {
    return Json.literal(JsonKind.Null, "null")
  }

  static bool(value: bool): Json {
    return Json.literal(JsonKind.Bool, value ? "true" : "false")
  }

  static number(value: i32): Json {
    return Json.literal(JsonKind.Number, value.toString())
  }

  static text(value: string): Json {
    return Json.literal(JsonKind.Text, value)
  }

  static literal(kind: JsonKind, text: string): Json {
    const json = new Json(kind)
    json.text = text
    return json
  }

  static list(items: Json[]): Json {
    const json = new Json(JsonKind.List)
    json.items = items
    return json
  }

  static object(): Json {
    return new Json(JsonKind.Object)
  }

  static texts(values: string[]): Json {
    return Json.list(values.map<Json>((value) => Json.text(value)))
  }

  /** Adds a field; gives the object itself. */
  with(name: string, value: Json): Json {
    this.fields.set(name, value)
    return this
  }

  /** The field of that name; null if this is no object or has none. */
  field(name: string): Json | null {
    return this.fields.has(name) ? this.fields.get(name) : null
  }

  isTrue(): bool {
    return this.kind == JsonKind.Bool && this.text == "true"
  }
}
