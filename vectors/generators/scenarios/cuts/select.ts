import { FunctionMeter } from "../../confirmation/functionMeter.js"
import type { MeasuredPhase } from "./choosePhases.js"

// Chooses the phases of the recordings that become vectors because a call is accepted for the first time, or a block step
// runs a clause for the first time, and writes down which and what they show. What is refused is no vector: nothing
// accepted stands beside it that differs in one input, as scenarios have it.
const meter = new FunctionMeter()
// Loaded only now, so that the meter sees all of the model.
const { choosePhases } = await import("./choosePhases.js")
const { writeChosenPhases } = await import("./chosenPhases.js")
const { clausesOfCall, clausesRun } = await import("./clausesRun.js")
const { firstAccepted, keyOf } = await import("./outcomes.js")
const { recordingsToChooseFrom, replayedPhases } = await import("./replayedPhases.js")
meter.modelIsLoaded()

const recordings = recordingsToChooseFrom()
const wanted = new Set(firstAccepted(recordings).map(keyOf))
const measured: MeasuredPhase[] = []
for (const recording of recordings) {
  process.stderr.write(`${recording.header.name}\n`)
  for (const phase of replayedPhases(recording)) {
    meter.ranSince()
    phase.run()
    if (phase.call !== undefined && !wanted.has(keyOf(phase))) continue
    const ofCall = phase.call === undefined ? [] : clausesOfCall(phase.call)
    measured.push({ phase, ofCall, run: clausesRun(meter.ranSince()) })
  }
}
meter.finish()
writeChosenPhases(choosePhases(measured))
