import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { packageFolder } from "../../../harness/packageFolder.js"

/** A function of the model as its source has it. */
export interface ModelSource {
  readonly file: string
  readonly name: string
  /** With its docstring. */
  readonly text: string
  /** The first line of the function, without its docstring. */
  readonly firstLine: number
  readonly lastLine: number
}

function declaredNames(statement: ts.Statement): readonly string[] {
  if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined)
    return [statement.name.text]
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []))
}

function sourcesOf(file: string): ReadonlyMap<string, ModelSource> {
  const text = readFileSync(join(packageFolder, file), "utf8")
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1
  const found = new Map<string, ModelSource>()
  for (const statement of source.statements) {
    for (const name of declaredNames(statement)) {
      found.set(name, {
        file,
        name,
        text: text.slice(statement.getStart(source, true), statement.end),
        firstLine: lineAt(statement.getStart(source)),
        lastLine: lineAt(statement.end),
      })
    }
  }
  return found
}

const files = new Map<string, ReadonlyMap<string, ModelSource>>()

/** The source of a function that a clause names, `reference/<file>.ts#<name>`. */
export function modelSource(reference: string): ModelSource {
  const [file = "", name = ""] = reference.split("#")
  const known = files.get(file) ?? sourcesOf(file)
  files.set(file, known)
  const [outermost = ""] = name.split(".")
  const source = known.get(outermost)
  if (source === undefined) throw new Error(`${reference} is named by a clause, and the model does not have it`)
  return source
}
