import { packageVersion } from "../../../../harness/packageFolder.js"
import type { Recording } from "../../../../harness/replay/recording.js"
import type { TraceVector, TransitionVector } from "../../../../harness/runner/vector.js"
import { openSession } from "../../../../reference/interface/openSession.js"
import { recordingsOf } from "../../captured.js"
import { stemOf, type VectorFile, type VectorGenerator } from "../../generator.js"
import { changedItems, expectedBlock } from "../trace.js"
import { FORK } from "../transitionVectors.js"
import { type CutPlace, cutOf } from "./cut.js"
import { type FamilyCuts, families } from "./families.js"

const RECORDINGS = "recordings"

const provenance = { generator: RECORDINGS, model: packageVersion() }

function traceOf(recording: Recording, { chapter, clauses, blocks, inFull }: FamilyCuts): VectorFile {
  const { name } = recording.header
  const place = { fork: FORK, chapter, name: `recorded-${name}` }
  const input = cutOf(recording, { firstBlock: 0, blockCount: blocks })
  const session = openSession(FORK)
  session.load(input.state)
  const answers = input.blocks.map((block) => session.step(block))
  const comment = `Blocks ${input.blocks[0]?.blockNumber} to ${input.blocks.at(-1)?.blockNumber} of the recording ${name}`
  const vector: TraceVector = {
    id: `${stemOf(place)}/${input.blocks.length}-blocks`,
    kind: "trace",
    fork: FORK,
    chapter,
    clauses,
    comment,
    provenance,
    confirmed: "chain",
    earns: { boundary: comment },
    input,
    expect: {
      blocks: answers.map((answer, index) => expectedBlock(answer, inFull || index === answers.length - 1)),
      state: session.read(changedItems(answers)),
    },
  }
  return { ...place, vectors: [vector] }
}

interface FirstCall {
  readonly call: string
  readonly recording: Recording
  readonly place: CutPlace
}

/** The first time that each call was accepted, over all recordings of a family. */
function firstAccepted(recordings: readonly Recording[]): readonly FirstCall[] {
  const seen = new Map<string, FirstCall>()
  for (const recording of recordings) {
    recording.blocks.forEach(({ steps }, firstBlock) => {
      steps.forEach(({ pallet, name, result }, phase) => {
        const call = pallet === "SubtensorModule" ? `${name}` : `${pallet}.${name}`
        if (result !== "ok" || seen.has(call)) return
        seen.set(call, { call, recording, place: { firstBlock, blockCount: 1, phase } })
      })
    })
  }
  return [...seen.values()]
}

function transitionOf(
  { call, recording, place }: FirstCall,
  { chapter, clauses, clausesOfCalls }: FamilyCuts,
  stem: string,
) {
  const { state, blocks } = cutOf(recording, place)
  const [block] = blocks
  if (block === undefined) throw new Error(`${recording.header.name} has no block ${place.firstBlock}`)
  const session = openSession(FORK)
  session.load(state)
  const comment = `${call} in block ${block.blockNumber} of the recording ${recording.header.name}`
  const vector: TransitionVector = {
    id: `${stem}/${call}`,
    kind: "transition",
    fork: FORK,
    chapter,
    clauses: clausesOfCalls[call] ?? clauses,
    comment,
    provenance,
    confirmed: "chain",
    earns: { boundary: comment },
    input: { state, ...block },
    expect: session.step(block),
  }
  return vector
}

function callsOf(recordings: readonly Recording[], family: FamilyCuts): VectorFile {
  const place = { fork: FORK, chapter: family.chapter, name: `recorded-${family.family}-calls` }
  const calls = firstAccepted(recordings).filter(({ call }) => !family.shownElsewhere.includes(call))
  return { ...place, vectors: calls.map((first) => transitionOf(first, family, stemOf(place))) }
}

/** Pieces of recordings, which the chain's own code confirms. */
export const cutVectors: VectorGenerator = {
  name: RECORDINGS,
  *files() {
    for (const family of families) {
      const recordings = recordingsOf(family.family)
      for (const recording of recordings.slice(0, family.traces)) yield traceOf(recording, family)
      yield callsOf(recordings, family)
    }
  },
}
