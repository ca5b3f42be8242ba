import ts from "typescript"
import { markup, oneLine } from "./markup.js"

function kindOf(token: ts.SyntaxKind): string | undefined {
  if (token >= ts.SyntaxKind.FirstKeyword && token <= ts.SyntaxKind.LastKeyword) return "keyword"
  if (token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia)
    return "comment"
  if (token === ts.SyntaxKind.NumericLiteral || token === ts.SyntaxKind.BigIntLiteral) return "number"
  if (token === ts.SyntaxKind.StringLiteral || token === ts.SyntaxKind.NoSubstitutionTemplateLiteral) return "string"
  return undefined
}

/** TypeScript as HTML on one line, its tokens coloured. */
export function highlight(source: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, source)
  const parts: string[] = []
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const kind = kindOf(token)
    const text = markup(scanner.getTokenText())
    parts.push(kind === undefined ? text : `<span class="${kind}">${text}</span>`)
  }
  return oneLine(parts.join(""))
}

/** TypeScript in a box of its own. */
export function codeBox(name: string, source: string): string {
  return `<pre class="model" tabindex="0" aria-label="${markup(name)}"><code>${highlight(source)}</code></pre>`
}
