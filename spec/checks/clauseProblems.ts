import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv2020 } from "ajv/dist/2020.js"
import type { Chapter, Clause } from "../../harness/clauses/readClauses.js"
import { packageFolder } from "../../harness/packageFolder.js"
import { functionsOf, type SourceFunction, sourceFiles } from "./sourceFunctions.js"

/** Files of the model that carry no rule of the chain: how state is kept, how values read, how calls are found. */
const MACHINERY = [
  /^reference\/(?:interface|forks)\//,
  /^reference\/state\/(?!account|balances|batch|blockStart|call(?:As|Filter)|dispatch|palletAccount|preimages|prox(?!yCalls)|pureProxies|safeMode|sudo|systemCalls|rao\/(?:callFilter|scheduler))/,
  /\/functions\.ts$|\/publicFunctions\//,
  /\/testing\//,
  /\/calls\.ts$/,
  /\.ideal\.ts$|\/ideal\//,
  /^reference\/numbers\/(?:brand|runtimePanic)\.ts$/,
]

/** What is wrong with a chapter by its schema. */
export function schemaProblems(chapters: readonly Chapter[]): readonly string[] {
  const schema = JSON.parse(readFileSync(join(packageFolder, "spec", "clause.schema.json"), "utf8"))
  const validate = new Ajv2020({ allErrors: true }).compile(schema)
  return chapters.flatMap((chapter) => {
    const valid: boolean = validate(chapter)
    if (valid) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `spec/${chapter.chapter}.yaml ${instancePath} ${message ?? ""}`,
    )
  })
}

/** What is wrong with the ids of clauses: repeated, or of another chapter. */
export function idProblems(chapters: readonly Chapter[]): readonly string[] {
  const seen = new Set<string>()
  return chapters.flatMap(({ chapter, clauses }) =>
    clauses.flatMap(({ id }) => {
      const problems = [
        ...(seen.has(id) ? [`${id} is the id of two clauses`] : []),
        ...(id.startsWith(`${chapter}-`) ? [] : [`${id} stands in spec/${chapter}.yaml`]),
      ]
      seen.add(id)
      return problems
    }),
  )
}

/** Counterparts on other forks that are no clauses, or not of that fork. */
export function counterpartProblems(chapters: readonly Chapter[]): readonly string[] {
  const clauses = chapters.flatMap((chapter) => chapter.clauses)
  const forksOf = new Map(clauses.map(({ id, forks }) => [id, forks]))
  return clauses.flatMap(({ id, elsewhere = {} }) =>
    Object.entries(elsewhere)
      .filter(([fork, counterpart]) => forksOf.get(counterpart)?.includes(fork) !== true)
      .map(
        ([fork, counterpart]) =>
          `${id} has ${counterpart} on ${fork} as its counterpart, which is no clause of ${fork}`,
      ),
  )
}

/** The functions of the model that carry rules. */
export function ruleFunctions(): readonly SourceFunction[] {
  return sourceFiles("reference")
    .filter((file) => !MACHINERY.some((pattern) => pattern.test(file)))
    .flatMap(functionsOf)
}

/** Clauses whose functions do not exist or do not name them, and public functions without a clause. */
export function linkProblems(chapters: readonly Chapter[], functions: readonly SourceFunction[]): readonly string[] {
  const clauses = new Map(
    chapters.flatMap((chapter) => chapter.clauses.map((clause): [string, Clause] => [clause.id, clause])),
  )
  const byName = new Map(functions.map((declared) => [declared.name, declared]))
  const ofClauses = [...clauses.values()].flatMap(({ id, functions: names }) => [
    ...(names.length === 0 ? [`${id} has no function of the model`] : []),
    ...names.flatMap((name) => {
      const declared = byName.get(name)
      if (declared === undefined) return [`${id} names ${name}, which the model does not have`]
      return declared.clauses.includes(id)
        ? []
        : [`${id} names ${name}, whose docstring does not name it (@clause ${id})`]
    }),
  ])
  const ofFunctions = functions.flatMap(({ name, exported, callable, clauses: ids }) => [
    ...(exported && callable && ids.length === 0 ? [`${name} is public and has no clause`] : []),
    ...ids.flatMap((id) => {
      const clause = clauses.get(id)
      if (clause === undefined) return [`${name} names ${id}, which is no clause`]
      return clause.functions.includes(name) ? [] : [`${name} names ${id}, which does not name it back`]
    }),
  ])
  return [...ofClauses, ...ofFunctions]
}

/** Quirks that no vector shows, and quirks that name vectors which are not there. */
export function quirkProblems(chapters: readonly Chapter[], vectors: ReadonlySet<string>): readonly string[] {
  return chapters.flatMap(({ clauses }) =>
    clauses.flatMap(({ id, quirk }) => {
      if (quirk === undefined) return []
      const shown = quirk.vectors ?? []
      const missing = shown.filter((vector) => !vectors.has(vector))
      return [
        ...(shown.length === 0 ? [`${id} has a quirk that no vector shows`] : []),
        ...missing.map((vector) => `${id} has a quirk that ${vector} shows, which is no vector`),
      ]
    }),
  )
}

/** The ids of all vectors. */
export function vectorIds(): ReadonlySet<string> {
  const index: { readonly files: readonly { readonly ids: readonly string[] }[] } = JSON.parse(
    readFileSync(join(packageFolder, "vectors", "index.json"), "utf8"),
  )
  return new Set(index.files.flatMap(({ ids }) => ids))
}

/** Uses of rounding operations that no clause of the function speaks of, and rounding rows that no function needs. */
export function roundingProblems(
  chapters: readonly Chapter[],
  functions: readonly SourceFunction[],
): readonly string[] {
  const used = operationsByClause(functions)
  const orphans = functions.flatMap(({ name, operations, file }) => {
    const ids = clausesOf(
      name,
      functions.filter((other) => other.file === file),
    )
    return operations.size > 0 && ids.size === 0
      ? [`${name} uses ${[...operations].join(", ")} and belongs to no clause`]
      : []
  })
  const ofClauses = chapters.flatMap(({ clauses }) =>
    clauses.flatMap(({ id, rounding }) => {
      const said = new Set((rounding ?? []).map(({ operation }) => operation))
      const done = used.get(id) ?? new Set()
      return [
        ...[...done]
          .filter((operation) => !said.has(operation))
          .map((operation) => `${id} does not say how ${operation} rounds`),
        ...[...said]
          .filter((operation) => !done.has(operation))
          .map((operation) => `${id} speaks of ${operation}, which its functions do not use`),
      ]
    }),
  )
  return [...orphans, ...ofClauses]
}

/** The clauses of every function: those its docstring names, else those of the functions of its file that use it. */
export function clausesByFunction(functions: readonly SourceFunction[]): ReadonlyMap<string, ReadonlySet<string>> {
  const inFile = (file: string) => functions.filter((other) => other.file === file)
  return new Map(functions.map(({ name, file }) => [name, clausesOf(name, inFile(file))]))
}

function operationsByClause(functions: readonly SourceFunction[]): ReadonlyMap<string, Set<string>> {
  const used = new Map<string, Set<string>>()
  const byFunction = clausesByFunction(functions)
  for (const { name, operations } of functions) {
    for (const id of byFunction.get(name) ?? []) {
      const known = used.get(id) ?? new Set()
      for (const operation of operations) known.add(operation)
      used.set(id, known)
    }
  }
  return used
}

/** The clauses of a function: those its docstring names, else those of the functions of its file that use it. */
function clausesOf(
  name: string,
  neighbours: readonly SourceFunction[],
  visited: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const own = neighbours.find((declared) => declared.name === name)
  if (own === undefined || visited.has(name)) return new Set()
  if (own.clauses.length > 0) return new Set(own.clauses)
  const short = name.slice(name.indexOf("#") + 1)
  const users = neighbours.filter((other) => other.name !== name && other.mentions.has(short))
  return new Set(users.flatMap((user) => [...clausesOf(user.name, neighbours, new Set([...visited, name]))]))
}
