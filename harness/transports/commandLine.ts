const WORD = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs

function unquote(word: string): string {
  return word.replace(
    /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/gs,
    (_, escaped?: string, double?: string, single?: string) => {
      if (escaped !== undefined) return escaped
      if (double !== undefined) return double.replace(/\\(["\\])/g, "$1")
      return single ?? ""
    },
  )
}

/** The words of a command line, quoted as in a shell; nothing is expanded. Undefined when a quote is left open. */
export function wordsOf(line: string): readonly string[] | undefined {
  const rest = line.replace(WORD, "").trim()
  if (rest !== "") return undefined
  return (line.match(WORD) ?? []).map(unquote)
}

/** A word as a shell takes it literally. */
export function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
