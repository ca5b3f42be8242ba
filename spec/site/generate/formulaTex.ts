import { type Token, tokensOf } from "./formulaTokens.js"

/** What was parsed, and the same without the brackets around it. */
interface Term {
  readonly tex: string
  readonly bare: string
}

class NoFormula extends Error {}

const RELATIONS: Readonly<Record<string, string>> = { "=": "=", "<": "<", ">": ">", "≤": "\\le", "≥": "\\ge" }
const SUMS: Readonly<Record<string, string>> = { "+": "+", "−": "-", "-": "-" }
const PRODUCTS: Readonly<Record<string, string>> = {
  "×": "\\times",
  "·": "\\cdot",
  "≪": "\\ll",
  "≫": "\\gg",
  mod: "\\bmod",
}
const BRACKETS: Readonly<Record<string, readonly [string, string, string]>> = {
  "(": [")", "\\left(", "\\right)"],
  "⌊": ["⌋", "\\left\\lfloor ", "\\right\\rfloor "],
  "⌈": ["⌉", "\\left\\lceil ", "\\right\\rceil "],
}
const WORDS = new Set(["min", "max", "floor", "ceil", "ln", "exp", "log2"])

function nameTex(name: string): string {
  const [, letter, digits] = /^(\p{L})(\d+)$/u.exec(name) ?? []
  if (letter !== undefined) return `${letter}_{${digits}}`
  if (name.length === 1) return name
  const plain = name.replaceAll("_", "\\_")
  return WORDS.has(name) ? `\\operatorname{${name}}` : `\\mathit{${plain}}`
}

/** Reads a formula from its words, a rule of the grammar a method. */
class FormulaReader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): string {
    const tex = this.#relation()
    if (this.#at < this.#tokens.length) throw new NoFormula()
    return tex
  }

  #sign(): string | undefined {
    const token = this.#tokens[this.#at]
    return token?.kind === "sign" ? token.text : undefined
  }

  #taken(table: Readonly<Record<string, string>>): string | undefined {
    const sign = this.#sign()
    const tex = sign === undefined ? undefined : table[sign]
    if (tex !== undefined) this.#at++
    return tex
  }

  #expect(sign: string): void {
    if (this.#sign() !== sign) throw new NoFormula()
    this.#at++
  }

  #relation(): string {
    let tex = this.#sum().tex
    for (let relation = this.#taken(RELATIONS); relation !== undefined; relation = this.#taken(RELATIONS))
      tex += ` ${relation} ${this.#sum().tex}`
    return tex
  }

  #sum(): Term {
    const minus = this.#taken(SUMS)
    if (minus === "+") throw new NoFormula()
    const first = this.#product()
    let tex = minus === undefined ? first.tex : `-${first.tex}`
    let isSingle = minus === undefined
    for (let sign = this.#taken(SUMS); sign !== undefined; sign = this.#taken(SUMS)) {
      tex += ` ${sign} ${this.#product().tex}`
      isSingle = false
    }
    return isSingle ? first : { tex, bare: tex }
  }

  #product(): Term {
    let term = this.#power()
    for (;;) {
      const times = this.#taken(PRODUCTS)
      if (times !== undefined) {
        const tex = `${term.tex} ${times} ${this.#power().tex}`
        term = { tex, bare: tex }
      } else if (this.#sign() === "÷") {
        this.#at++
        const tex = `\\frac{${term.bare}}{${this.#power().bare}}`
        term = { tex, bare: tex }
      } else return term
    }
  }

  #power(): Term {
    const base = this.#indexed()
    if (this.#sign() !== "^") return base
    this.#at++
    const minus = this.#taken(SUMS)
    const tex = `${base.tex}^{${minus ?? ""}${this.#indexed().bare}}`
    return { tex, bare: tex }
  }

  #indexed(): Term {
    const base = this.#atom()
    if (this.#sign() !== "_") return base
    this.#at++
    const index = this.#atom().bare
    const tex = `${base.tex}_{${index}}`
    return { tex, bare: tex }
  }

  #atom(): Term {
    const token = this.#tokens[this.#at]
    if (token === undefined) throw new NoFormula()
    this.#at++
    if (token.kind === "number") return this.#number(token.text)
    if (token.kind === "sign") return this.#bracketed(token.text)
    if (token.text === "Σ") return this.#summed()
    const name = nameTex(token.text)
    if (this.#sign() !== "(") return { tex: name, bare: name }
    const tex = `${name}${this.#arguments()}`
    return { tex, bare: tex }
  }

  /** After Σ: the index, if there is one, and what is summed. */
  #summed(): Term {
    const isIndexed = this.#sign() === "_"
    if (isIndexed) this.#at++
    const index = isIndexed ? `_{${this.#atom().bare}}` : ""
    const tex = `\\sum${index} ${this.#power().tex}`
    return { tex, bare: tex }
  }

  #number(text: string): Term {
    const tex = text === "½" ? "\\tfrac{1}{2}" : text.replace("%", "\\%")
    return { tex, bare: tex }
  }

  #bracketed(sign: string): Term {
    const [closing, left, right] = BRACKETS[sign] ?? []
    if (closing === undefined) throw new NoFormula()
    const inner = this.#sum()
    this.#expect(closing)
    const tex = `${left}${inner.tex}${right}`
    return { tex, bare: sign === "(" ? inner.tex : tex }
  }

  #arguments(): string {
    this.#expect("(")
    const given = [this.#sum().tex]
    while (this.#sign() === ",") {
      this.#at++
      given.push(this.#sum().tex)
    }
    this.#expect(")")
    return `\\left(${given.join(",\\, ")}\\right)`
  }
}

function read(text: string): string | undefined {
  const tokens = tokensOf(text)
  if (tokens === undefined) return undefined
  try {
    return new FormulaReader(tokens).whole()
  } catch (thrown) {
    if (thrown instanceof NoFormula) return undefined
    throw thrown
  }
}

const CONDITION = /^(.*?[^,]),? (or \d+ where .*|not below .*|in U\d+F\d+|where .*|saturating .*|for each .*)$/u

/** The TeX of a line that is a formula and nothing else, such as `cut = alphaOut × c`; undefined where it is prose. */
export function formulaTex(line: string): string | undefined {
  const [, text = "", end = ""] = /^(.*?)([.:;]?)$/su.exec(line) ?? []
  if (!text.includes(" = ")) return undefined
  const [, head = text, condition] = CONDITION.exec(text) ?? []
  const tex = read(head.replace(/,$/, ""))
  if (tex === undefined) return undefined
  return condition === undefined ? `${tex}${end}` : `${tex}\\text{, ${condition.replace(/([%_^#&$])/g, "\\$1")}${end}}`
}
