import fc from "fast-check"
import { functionTable } from "../../reference/interface/functionTable.js"
import { forksWithSessions } from "../../reference/interface/openSession.js"
import type { PublicFunction } from "../../reference/interface/publicFunction.js"
import type { JsonObject } from "../../reference/interface/valueType.js"
import type { Handshake } from "../protocol/messages.js"
import { reasonToSkip } from "../runner/select.js"
import type { Vector } from "../runner/vector.js"
import { functionInputs, simplerFunctionCases } from "./functionCases.js"
import type { FunctionCase, FuzzCase } from "./fuzzCase.js"
import { mutatedBlocks } from "./mutatedBlocks.js"
import { CHAPTER_OF_RUNS, randomRuns } from "./randomBlocks.js"
import { Shrinkable } from "./shrinkable.js"
import type { Simplifier } from "./simpler.js"
import { simplerBlocks } from "./simplerBlocks.js"

/** What is to be fuzzed. */
export interface FuzzSelection {
  readonly fork: string
  /** All chapters when undefined. */
  readonly chapter?: string | undefined
  /** This function only. */
  readonly functionName?: string | undefined
  /** Only functions, or only blocks. */
  readonly only?: "functions" | "blocks" | undefined
}

/** Where cases are drawn from, and what is left out of them and why. */
export interface CaseSource {
  /** Undefined when there is nothing to draw from. */
  readonly cases: fc.Arbitrary<FuzzCase> | undefined
  /** What the cases are about, for people. */
  readonly about: string
  readonly leftOut: readonly string[]
}

function functionsOf({ fork, chapter, functionName, only }: FuzzSelection): readonly PublicFunction[] {
  if (only === "blocks") return []
  return [...functionTable.values()].filter(
    (declared) =>
      declared.forks.includes(fork) &&
      (chapter === undefined || declared.chapter === chapter) &&
      (functionName === undefined || declared.name === functionName),
  )
}

/** Draws a function first and then its input; what that takes is made when the function is first drawn. */
function drawnFunctions(functions: readonly PublicFunction[], vectors: readonly Vector[]): fc.Arbitrary<FunctionCase> {
  const known = new Map<string, JsonObject[]>()
  for (const vector of vectors) {
    if (vector.kind === "function") known.set(vector.function, [...(known.get(vector.function) ?? []), vector.input])
  }
  const inputs = new Map<string, fc.Arbitrary<FunctionCase>>()
  const casesOf = (declared: PublicFunction): fc.Arbitrary<FunctionCase> => {
    const made =
      inputs.get(declared.name) ??
      functionInputs(declared, known.get(declared.name) ?? []).map(
        (input): FunctionCase => ({ kind: "function", function: declared.name, input }),
      )
    inputs.set(declared.name, made)
    return made
  }
  return fc.constantFrom(...functions).chain(casesOf)
}

/** Blocks that begin as those of vectors do, and runs of a network at work; a run is about no chapter alone. */
function drawnBlocks(
  { fork, chapter }: FuzzSelection,
  handshake: Handshake,
  vectors: readonly Vector[],
): readonly fc.Arbitrary<FuzzCase>[] {
  const usable = vectors.filter((vector) => reasonToSkip(vector, handshake) === undefined)
  const mutated = mutatedBlocks(fork, usable)
  const traces = reasonToSkip({ kind: "trace", fork, chapter: CHAPTER_OF_RUNS }, handshake) === undefined
  const runs = chapter === undefined && traces ? [randomRuns] : []
  return mutated === undefined ? runs : [mutated, mutated, mutated, ...runs]
}

function simpler(fork: string, one: FuzzCase): Simplifier<FuzzCase> {
  if (one.kind === "blocks") return simplerBlocks(fork, one)
  const declared = functionTable.get(one.function)
  return declared === undefined ? () => [] : simplerFunctionCases(declared, one)
}

function wantsBlocks({ fork, functionName, only }: FuzzSelection): boolean {
  return only !== "functions" && functionName === undefined && forksWithSessions.includes(fork)
}

/** The cases of a selection that an implementation says to cover; vectors are those of the selection. */
export function caseSource(selection: FuzzSelection, handshake: Handshake, vectors: readonly Vector[]): CaseSource {
  const { fork } = selection
  const wanted = functionsOf(selection)
  const reasonFor = ({ name, chapter }: PublicFunction) =>
    reasonToSkip({ kind: "function", fork, chapter, function: name }, handshake)
  const functions = wanted.filter((declared) => reasonFor(declared) === undefined)
  const blocks = wantsBlocks(selection) ? drawnBlocks(selection, handshake, vectors) : []
  const leftOut = wanted.flatMap((declared) => reasonFor(declared) ?? [])
  if (wantsBlocks(selection) && blocks.length === 0) leftOut.push("it does not have the blocks of this selection")
  const sources: fc.Arbitrary<FuzzCase>[] = [
    ...(functions.length === 0 ? [] : [drawnFunctions(functions, vectors)]),
    ...(blocks.length === 0 ? [] : [fc.oneof(...blocks)]),
  ]
  const about = [
    ...(functions.length === 0 ? [] : [functions.length === 1 ? "1 function" : `${functions.length} functions`]),
    ...(blocks.length === 0 ? [] : ["blocks"]),
  ]
  return {
    cases: sources.length === 0 ? undefined : new Shrinkable(fc.oneof(...sources), (one) => simpler(fork, one)),
    about: about.join(" and "),
    leftOut,
  }
}
