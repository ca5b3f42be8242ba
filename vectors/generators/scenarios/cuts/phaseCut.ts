import type { Recording } from "../../../../harness/replay/recording.js"
import type { TransitionVector } from "../../../../harness/runner/vector.js"
import { slugOf } from "../../functions/draft.js"
import { stemOf, type VectorFile } from "../../generator.js"
import { sessionOf } from "../sessions.js"
import type { ChosenPhase } from "./chosenPhases.js"
import { cutOf } from "./cut.js"
import { callOf } from "./outcomes.js"
import { provenance } from "./provenance.js"

type VectorPlace = Pick<VectorFile, "fork" | "chapter" | "name">

/** A phase as a vector, and the file in which it stands. */
export interface PhaseCut {
  readonly place: VectorPlace
  readonly vector: TransitionVector
}

/** `SubtensorModule.` is left out of the names of files: most calls are of that pallet. */
function fileOfCall(call: string): string {
  return `recorded-${call.replace(/^SubtensorModule\./, "")}`
}

/** What a phase is called: its file and its name in it. */
function nameOf({ blocks, header }: Recording, { block: index, phase, earns }: ChosenPhase) {
  const block = blocks[index]
  if (block === undefined) throw new Error(`${header.name} has no block ${index}`)
  const where = `in block ${block.block} of the recording ${header.name}`
  if (phase === "initialize") {
    return { file: "recorded-block-step", id: `${header.name}-${block.block}`, comment: `The block step ${where}` }
  }
  const step = block.steps[phase]
  if (step === undefined) throw new Error(`${header.name} has no step ${phase} in block ${index}`)
  const call = callOf(step)
  const id = earns === "outcome" ? "accepted" : `accepted ${header.name} ${block.block} ${phase}`
  return { file: fileOfCall(call), id: slugOf(id), comment: `${call} accepted ${where}, call ${phase}` }
}

/** The chapter of a clause. */
function chapterOf(clause: string | undefined): string {
  if (clause === undefined) throw new Error("a chosen phase shows no clause")
  return clause.slice(0, clause.lastIndexOf("-"))
}

/** A phase of a recording as a vector. Throws where the model does not give what the chain gave. */
export function phaseCutOf(recording: Recording, chosen: ChosenPhase): PhaseCut {
  const { file, id, comment } = nameOf(recording, chosen)
  const chapter = chosen.phase === "initialize" ? "coinbase" : chapterOf(chosen.clauses[0])
  const place = { fork: chosen.fork, chapter, name: file }
  const { state, blocks } = cutOf(recording, { firstBlock: chosen.block, blockCount: 1, phase: chosen.phase })
  const [block] = blocks
  if (block === undefined) throw new Error(`${comment}: there is no block`)
  const session = sessionOf(chosen.fork)
  session.load(state)
  const vector: TransitionVector = {
    id: `${stemOf(place)}/${id}`,
    kind: "transition",
    fork: chosen.fork,
    chapter,
    clauses: chosen.clauses,
    comment,
    provenance,
    confirmed: "chain",
    earns: { boundary: comment },
    input: { state, ...block },
    expect: session.step(block),
  }
  return { place, vector }
}
