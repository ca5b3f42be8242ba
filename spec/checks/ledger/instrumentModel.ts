import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import ts from "typescript"
import { packageFolder } from "../../../harness/packageFolder.js"
import { declared, operationOf, sourceFiles } from "../sourceFunctions.js"

/** A place in the model where an operation rounds, truncates, saturates or wraps. */
export interface Site {
  /** `reference/<chapter>/<file>.ts#<name>`, the function that it stands in. */
  readonly function: string
  /** The operation as the clauses name it, such as `U64F64.mul` or `/`. */
  readonly operation: string
}

/** The name of the global that the changed sources hand every operation to. */
const RECORDER = "recordRounding"

const OPERATORS_ASSIGNING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.GreaterThanGreaterThanEqualsToken,
])

/** Gives the text that stands for a site in changed sources: its place in a list that grows. */
class Sites {
  readonly all: Site[] = []

  add(site: Site): ts.NumericLiteral {
    this.all.push(site)
    return ts.factory.createNumericLiteral(this.all.length - 1)
  }
}

function recorderOf(sites: Sites, site: Site): readonly [ts.Expression, ts.NumericLiteral] {
  const { factory } = ts
  return [factory.createPropertyAccessExpression(factory.createIdentifier("globalThis"), RECORDER), sites.add(site)]
}

/** `a / b` becomes `recorder.operator(site, a, b)`, and `x /= b` the same with an assignment. */
function changedOperator(node: ts.BinaryExpression, recorder: ts.Expression, site: ts.Expression): ts.Expression {
  const { factory } = ts
  const operator = factory.createPropertyAccessExpression(recorder, "operator")
  const call = factory.createCallExpression(operator, undefined, [site, node.left, node.right])
  return OPERATORS_ASSIGNING.has(node.operatorToken.kind) ? factory.createAssignment(node.left, call) : call
}

/** `U64F64.mul` becomes `recorder.method(site, U64F64, "mul")`, a function of the same kind. */
function changedMethod(node: ts.PropertyAccessExpression, recorder: ts.Expression, site: ts.Expression): ts.Expression {
  const { factory } = ts
  const method = factory.createPropertyAccessExpression(recorder, "method")
  return factory.createCallExpression(method, undefined, [
    site,
    node.expression,
    factory.createStringLiteral(node.name.text),
  ])
}

/** Hands every rounding operation of a source file to the recorder. */
function recordingTransformer(file: string, sites: Sites): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (source) => {
    const within = (name: string) => {
      const visit = (node: ts.Node): ts.Node => {
        const operation = operationOf(node)
        const changed = ts.visitEachChild(node, visit, context)
        if (operation === undefined) return changed
        const [recorder, site] = recorderOf(sites, { function: `${file}#${name}`, operation })
        if (ts.isBinaryExpression(changed)) return changedOperator(changed, recorder, site)
        return ts.isPropertyAccessExpression(changed) ? changedMethod(changed, recorder, site) : changed
      }
      return visit
    }
    const statements = source.statements.map((statement) => {
      const [first] = declared(statement)
      return first === undefined ? statement : ts.visitEachChild(statement, within(first.name), context)
    })
    return ts.factory.updateSourceFile(source, statements)
  }
}

function changedText(file: string, sites: Sites): string {
  const { outputText } = ts.transpileModule(readFileSync(join(packageFolder, file), "utf8"), {
    fileName: file,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
    transformers: { before: [recordingTransformer(file, sites)] },
  })
  return outputText
}

/** A copy of the model whose rounding operations go through a recorder. */
export interface InstrumentedModel {
  readonly sites: readonly Site[]
  /** The address of a module of the copy, by its path in the sources. */
  moduleAt(path: string): string
  remove(): void
}

/** Writes a copy of the model in which every operation that rounds goes through `globalThis.recordRounding`. */
export function instrumentModel(): InstrumentedModel {
  const cache = join(packageFolder, "node_modules", ".cache")
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, "subtensor-spec-ledger-"))
  writeFileSync(join(folder, "package.json"), '{"type":"module"}\n')
  const sites = new Sites()
  for (const file of sourceFiles("reference")) {
    const path = join(folder, file.replace(/\.ts$/, ".js"))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, changedText(file, sites))
  }
  return {
    sites: sites.all,
    moduleAt: (path) => pathToFileURL(join(folder, path.replace(/\.ts$/, ".js"))).href,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
