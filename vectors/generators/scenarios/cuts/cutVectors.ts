import type { Vector } from "../../../../harness/runner/vector.js"
import { recordingOf, recordingsOf } from "../../captured.js"
import { stemOf, type VectorFile, type VectorGenerator } from "../../generator.js"
import { readChosenPhases } from "./chosenPhases.js"
import { families } from "./families.js"
import { type PhaseCut, phaseCutOf } from "./phaseCut.js"
import { RECORDINGS } from "./provenance.js"
import { traceOf } from "./traceCut.js"

/** The vectors of the chosen phases, recording by recording so that none is read twice. */
function phaseCuts(): readonly PhaseCut[] {
  const chosen = readChosenPhases()
  const names = [...new Set(chosen.map(({ fork, recording }) => `${fork} ${recording}`))].sort()
  return names.flatMap((name) => {
    const [fork = "", recordingName = ""] = name.split(" ")
    const recording = recordingOf(fork, recordingName)
    return chosen
      .filter((phase) => phase.fork === fork && phase.recording === recordingName)
      .map((phase) => phaseCutOf(recording, phase))
  })
}

function filesOf(cuts: readonly PhaseCut[]): readonly VectorFile[] {
  const files = new Map<string, { readonly place: PhaseCut["place"]; readonly vectors: Vector[] }>()
  for (const { place, vector } of cuts) {
    const stem = stemOf(place)
    const file = files.get(stem) ?? { place, vectors: [] }
    file.vectors.push(vector)
    files.set(stem, file)
  }
  return [...files.values()].map(({ place, vectors }) => ({ ...place, isPacked: true, vectors }))
}

/** Pieces of recordings, which the chain's own code confirms. */
export const cutVectors: VectorGenerator = {
  name: RECORDINGS,
  *files() {
    for (const family of families) {
      for (const recording of recordingsOf(family.fork, family.family).slice(0, family.traces))
        yield traceOf(recording, family)
    }
    yield* filesOf(phaseCuts())
  },
}
