import { Json, JsonKind } from "./json"

const CODE_SPACE = 32

/** Writes a value as JSON text. */
export function writeJson(value: Json): string {
  if (value.kind == JsonKind.Text) return quoted(value.text)
  if (value.kind == JsonKind.List) return `[${value.items.map<string>((item) => writeJson(item)).join(",")}]`
  if (value.kind == JsonKind.Object) return writeObject(value)
  return value.text
}

function writeObject(object: Json): string {
  const names = object.fields.keys()
  const fields: string[] = []
  for (let i = 0; i < names.length; i++) {
    fields.push(`${quoted(names[i])}:${writeJson(object.fields.get(names[i]))}`)
  }
  return `{${fields.join(",")}}`
}

function quoted(text: string): string {
  let written = ""
  for (let i = 0; i < text.length; i++) written += escapedCharacter(text.charAt(i))
  return `"${written}"`
}

function escapedCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (character == '"' || character == "\\") return `\\${character}`
  return code < CODE_SPACE ? `\\u${code.toString(16).padStart(4, "0")}` : character
}
