import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { JsonObject } from "../../../reference/interface/valueType.js"
import { casesOf } from "../functions/casesOf.js"
import { listedDrafts } from "../functions/draftsOf.js"
import type { KeptOfFunction } from "../functions/keptInputs.js"
import { randomInputs } from "../functions/randomInputs.js"
import { acceptedSibling } from "../functions/siblings.js"
import { type CoverageMeter, type Piece, piecesOf, ran, type Trail } from "./coverageMeter.js"
import { newCheckpoints, newPartitions, repeatsCheckpoint, type Tried } from "./otherMeasures.js"
import { ownPieces } from "./ownPieces.js"

/** A random input that may be kept, and the pieces of the model that it runs. */
interface Candidate {
  /** Its place among the inputs that were measured. */
  readonly place: number
  readonly trail: Trail
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

/** Whether this candidate runs a piece that no listed case and no other candidate runs. */
function hasOwnPiece(candidate: Candidate, others: readonly Candidate[], listed: ReadonlySet<Piece>): boolean {
  for (const piece of candidate.pieces) {
    if (!listed.has(piece) && !others.some((other) => other.pieces.has(piece))) return true
  }
  return false
}

/** Drops those of which the later ones made every piece superfluous. */
function withOwnPieces(chosen: readonly Candidate[], listed: ReadonlySet<Piece>): readonly Candidate[] {
  let left = chosen
  for (const candidate of chosen) {
    const others = left.filter((other) => other !== candidate)
    if (!hasOwnPiece(candidate, others, listed)) left = others
  }
  return left
}

/** The random inputs that reach a branch which neither the listed cases nor the other kept ones reach. */
function newBranches(
  meter: CoverageMeter,
  declared: PublicFunction,
  listed: readonly JsonObject[],
  tried: readonly Tried[],
): KeptOfFunction {
  const inputs = tried.map(({ input }) => input)
  if (!isWorthwhile(meter, declared, listed, inputs)) return {}

  const before = measured(meter, declared, listed)
  const random = measured(meter, declared, inputs)
  const pieces = piecesOf([...before, ...random])
  const reached = new Set(before.flatMap((trail) => [...piecesRun(pieces, trail)]))
  const candidates = random.map((trail, place) => ({ place, trail, pieces: piecesRun(pieces, trail) }))
  const kept = withOwnPieces(greedily(candidates, reached), reached)
  const trails = [...before, ...kept.map(({ trail }) => trail)]
  return Object.fromEntries(
    kept.flatMap(({ place, trail }) => {
      const [branch] = ownPieces(meter, trail, trails)
      const index = tried[place]?.index
      return branch === undefined || index === undefined ? [] : [[index, { branch }]]
    }),
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
  const kept = { ...newPartitions(declared, listed, tried), ...newCheckpoints(declared, listed, tried) }
  const isKept = ({ index }: Tried) => Object.hasOwn(kept, index)
  const usable = tried.filter(
    (one) =>
      !isKept(one) &&
      !repeatsCheckpoint(one.answer, kept, tried) &&
      ("ok" in one.answer || acceptedSibling(one, listed) !== undefined),
  )
  const before = [...listed, ...tried.filter(isKept)].map(({ input }) => input)
  return { ...kept, ...newBranches(meter, declared, before, usable) }
}
