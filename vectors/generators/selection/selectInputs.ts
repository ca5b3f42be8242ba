import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { JsonObject } from "../../../reference/interface/valueType.js"
import { casesOf } from "../functions/casesOf.js"
import type { Draft } from "../functions/draft.js"
import { listedDrafts } from "../functions/draftsOf.js"
import type { KeptOfFunction } from "../functions/keptInputs.js"
import { randomInputs } from "../functions/randomInputs.js"
import { acceptedSibling } from "../functions/siblings.js"
import { type CoverageMeter, type Piece, piecesOf, ran, type Trail } from "./coverageMeter.js"
import { newCheckpoints, newPartitions, type Tried } from "./otherMeasures.js"

/** A random input that may be kept, and the pieces of the model that it runs. */
interface Candidate {
  readonly index: number
  readonly pieces: ReadonlySet<Piece>
}

function measured(meter: CoverageMeter, declared: PublicFunction, inputs: readonly JsonObject[]): readonly Trail[] {
  return inputs.map((input) => meter.measure(() => declared.call(input)))
}

/** Whether the random inputs, all together, reach anything that the listed ones don't: most functions have no more. */
function isWorthwhile(
  meter: CoverageMeter,
  declared: PublicFunction,
  listed: readonly JsonObject[],
  random: readonly JsonObject[],
): boolean {
  const callAll = (inputs: readonly JsonObject[]) => () => {
    for (const input of inputs) declared.call(input)
  }
  const [before, after] = [meter.measure(callAll(listed)), meter.measure(callAll(random))]
  return piecesOf([before, after]).some((piece) => ran(after, piece) && !ran(before, piece))
}

function piecesRun(pieces: readonly Piece[], trail: Trail): ReadonlySet<Piece> {
  return new Set(pieces.filter((piece) => ran(trail, piece)))
}

function newPieces(candidate: Candidate, reached: ReadonlySet<Piece>): number {
  let count = 0
  for (const piece of candidate.pieces) if (!reached.has(piece)) count++
  return count
}

/** Takes whichever candidate reaches most that is new, until none reaches anything new. */
function greedily(candidates: readonly Candidate[], before: ReadonlySet<Piece>): readonly Candidate[] {
  const reached = new Set(before)
  const chosen: Candidate[] = []
  for (;;) {
    let best: Candidate | undefined
    for (const candidate of candidates) {
      if (newPieces(candidate, reached) > (best === undefined ? 0 : newPieces(best, reached))) best = candidate
    }
    if (best === undefined) return chosen
    chosen.push(best)
    for (const piece of best.pieces) reached.add(piece)
  }
}

/** A piece that this candidate runs and no listed case or other candidate does. */
function ownPiece(candidate: Candidate, others: readonly Candidate[], listed: ReadonlySet<Piece>): Piece | undefined {
  for (const piece of candidate.pieces) {
    if (!listed.has(piece) && !others.some((other) => other.pieces.has(piece))) return piece
  }
  return undefined
}

/** Drops those of which the later ones made every piece superfluous. */
function withOwnPieces(
  chosen: readonly Candidate[],
  listed: ReadonlySet<Piece>,
): readonly (readonly [Candidate, Piece])[] {
  let left = chosen
  for (const candidate of chosen) {
    const others = left.filter((other) => other !== candidate)
    if (ownPiece(candidate, others, listed) === undefined) left = others
  }
  return left.flatMap((candidate) => {
    const piece = ownPiece(
      candidate,
      left.filter((other) => other !== candidate),
      listed,
    )
    return piece === undefined ? [] : [[candidate, piece] as const]
  })
}

/** The random inputs that reach a branch which neither the listed cases nor the other kept ones reach. */
function newBranches(
  meter: CoverageMeter,
  declared: PublicFunction,
  drafts: readonly Draft[],
  tried: readonly Tried[],
): KeptOfFunction {
  const [listedInputs, inputs] = [drafts.map(({ input }) => input), tried.map(({ input }) => input)]
  if (!isWorthwhile(meter, declared, listedInputs, inputs)) return {}

  const listed = measured(meter, declared, listedInputs)
  const random = measured(meter, declared, inputs)
  const pieces = piecesOf([...listed, ...random])
  const reached = new Set(listed.flatMap((trail) => [...piecesRun(pieces, trail)]))
  const candidates = tried.flatMap(({ index, answer, input }, place) => {
    const usable = "ok" in answer || acceptedSibling({ input }, drafts) !== undefined
    return usable ? [{ index, pieces: piecesRun(pieces, random[place] ?? new Map()) }] : []
  })
  const kept = withOwnPieces(greedily(candidates, reached), reached)
  return Object.fromEntries(
    kept.map(([{ index }, { script, start }]) => [index, { branch: meter.places.describe(script, start) }]),
  )
}

/** The random inputs of a function that have something which no other case of it has. */
export function selectInputs(meter: CoverageMeter, declared: PublicFunction): KeptOfFunction {
  const cases = casesOf(declared)
  const listed = listedDrafts(declared, cases)
  const tried = randomInputs(declared, cases, cases.candidates).map((input, index) => ({
    index,
    input,
    answer: declared.call(input),
  }))
  return {
    ...newPartitions(declared, listed, tried),
    ...newCheckpoints(declared, listed, tried),
    ...newBranches(meter, declared, listed, tried),
  }
}
