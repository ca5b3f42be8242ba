/** A word of a formula as clauses write it: a number, a name, or one sign. */
export interface Token {
  readonly kind: "number" | "name" | "sign"
  readonly text: string
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?%?|½)|(mod(?!\p{L})|[\p{L}](?:[\p{L}\d]|\.(?=\p{L})|_(?=\p{L}{3}))*)|([-+−×·÷=<>≤≥≪≫^_(),⌊⌋⌈⌉]))/uy

/** The words of a line; undefined where there is one that formulas do not have. */
export function tokensOf(line: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  const pattern = new RegExp(TOKEN)
  while (pattern.lastIndex < line.length) {
    const found = pattern.exec(line)
    if (found === null) return undefined
    const [, number, name, sign] = found
    if (number !== undefined) tokens.push({ kind: "number", text: number })
    else if (name === "mod") tokens.push({ kind: "sign", text: name })
    else if (name !== undefined) tokens.push({ kind: "name", text: name })
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign })
  }
  return tokens
}
