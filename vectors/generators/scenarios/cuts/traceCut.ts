import type { Recording } from "../../../../harness/replay/recording.js"
import type { TraceVector } from "../../../../harness/runner/vector.js"
import { stemOf, type VectorFile } from "../../generator.js"
import { sessionOf } from "../sessions.js"
import { changedItems, expectedBlock } from "../trace.js"
import { cutOf } from "./cut.js"
import type { FamilyTraces } from "./families.js"
import { provenance } from "./provenance.js"

/** The first blocks of a recording as a trace. */
export function traceOf(recording: Recording, { chapter, clauses, blocks, inFull }: FamilyTraces): VectorFile {
  const { fork, name } = recording.header
  const place = { fork, chapter, name: `recorded-${name}` }
  const input = cutOf(recording, { firstBlock: 0, blockCount: blocks })
  const session = sessionOf(fork)
  session.load(input.state)
  const answers = input.blocks.map((block) => session.step(block))
  const comment = `Blocks ${input.blocks[0]?.blockNumber} to ${input.blocks.at(-1)?.blockNumber} of the recording ${name}`
  const vector: TraceVector = {
    id: `${stemOf(place)}/${input.blocks.length}-blocks`,
    kind: "trace",
    fork,
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
  return { ...place, isPacked: true, vectors: [vector] }
}
