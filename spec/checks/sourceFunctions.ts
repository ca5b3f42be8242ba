import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import ts from "typescript"
import { packageFolder } from "../../harness/packageFolder.js"

/** A function of the model as its source has it. */
export interface SourceFunction {
  /** `reference/<chapter>/<file>.ts#<name>`, as clauses name it. */
  readonly name: string
  readonly file: string
  readonly exported: boolean
  /** Whether it is a function, and not a class or a constant of another kind. */
  readonly callable: boolean
  /** The clauses that its docstring names. */
  readonly clauses: readonly string[]
  /** The operations in its body that round, truncate, saturate or wrap. */
  readonly operations: ReadonlySet<string>
  /** The names that its body mentions. */
  readonly mentions: ReadonlySet<string>
}

const FORMATS = /^(?:[UI]\d+F\d+|[UI](?:8|16|32|64|128|256)|Perquintill|SafeFloat)$/
const ROUNDING_METHODS =
  /^(?:mul|div|rem|safeDiv\w*|saturating\w+|wrapping\w+|checkedMul|checkedDiv|floor|ceil|round|frac|int|to(?:Integer|U\d+|I\d+)|from(?:Fixed|Integer|Rational\w*)|mulFloor|mulCeil|mul\w+)$/
const ROUNDING_OPERATORS = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.SlashToken, "/"],
  [ts.SyntaxKind.GreaterThanGreaterThanToken, ">>"],
  [ts.SyntaxKind.SlashEqualsToken, "/"],
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken, ">>"],
])
const ROUNDING_CALLS = new Set([
  "BigInt.asUintN",
  "BigInt.asIntN",
  "Math.floor",
  "Math.trunc",
  "Math.round",
  "Math.ceil",
])

/** Every source file of the model below a folder, tests left out. */
export function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(packageFolder, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts") ? [path] : []
  })
}

/** The functions that a source file declares at its top level: declarations, and constants that hold functions. */
export function functionsOf(file: string): readonly SourceFunction[] {
  const path = join(packageFolder, file)
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true)
  return source.statements.flatMap((statement) =>
    declared(statement).map(({ name, body }) => describe(file, statement, name, body)),
  )
}

/** What a statement declares: a function, a class, or constants with their values. */
export function declared(statement: ts.Statement): readonly { readonly name: string; readonly body: ts.Node }[] {
  if (ts.isFunctionDeclaration(statement) && statement.name !== undefined && statement.body !== undefined) {
    return [{ name: statement.name.text, body: statement }]
  }
  if (ts.isClassDeclaration(statement) && statement.name !== undefined)
    return [{ name: statement.name.text, body: statement }]
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    ts.isIdentifier(name) && initializer !== undefined ? [{ name: name.text, body: initializer }] : [],
  )
}

function describe(file: string, statement: ts.Statement, name: string, body: ts.Node): SourceFunction {
  const exported =
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  const operations = new Set<string>()
  const mentions = new Set<string>()
  const visit = (node: ts.Node) => {
    const operation = operationOf(node)
    if (operation !== undefined) operations.add(operation)
    if (ts.isIdentifier(node)) mentions.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(body)
  const callable = ts.isFunctionDeclaration(body) || ts.isArrowFunction(body) || ts.isFunctionExpression(body)
  return {
    name: `${relative(".", file)}#${name}`,
    file,
    exported,
    callable,
    clauses: clausesIn(statement),
    operations,
    mentions,
  }
}

function clausesIn(statement: ts.Statement): readonly string[] {
  return ts
    .getJSDocTags(statement)
    .filter((tag) => tag.tagName.text === "clause")
    .flatMap((tag) =>
      (ts.getTextOfJSDocComment(tag.comment) ?? "").split(/[\s,]+/).filter((word) => /^[a-z]+-\d+$/.test(word)),
    )
}

/** The operation of a node that rounds, truncates, saturates or wraps, as clauses name it. */
export function operationOf(node: ts.Node): string | undefined {
  if (ts.isBinaryExpression(node)) return ROUNDING_OPERATORS.get(node.operatorToken.kind)
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined
  const [object, method] = [node.expression.text, node.name.text]
  if (ROUNDING_CALLS.has(`${object}.${method}`)) return `${object}.${method}`
  return FORMATS.test(object) && ROUNDING_METHODS.test(method) ? `${object}.${method}` : undefined
}
