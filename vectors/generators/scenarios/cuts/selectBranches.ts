import { CoverageMeter } from "../../selection/coverageMeter.js"

// Adds to the chosen phases accepted ones that run code of the model which no chosen one before them runs.
const meter = new CoverageMeter()
// Loaded only now, so that the meter sees every branch of the model.
const { readChosenPhases, writeChosenPhases } = await import("./chosenPhases.js")
const { clausesOfCall } = await import("./clausesRun.js")
const { CodeSeen } = await import("./codeSeen.js")
const { keyOf } = await import("./outcomes.js")
const { recordingsToChooseFrom, replayedPhases } = await import("./replayedPhases.js")

/** What the block step shows as a whole. */
const BLOCK_STEP = "coinbase-01"
/** What a call shows that no clause names. */
const ANY_CALL = "state-04"

const outcomes = readChosenPhases().filter(({ earns }) => earns === "outcome")
const isChosen = new Set(outcomes.map(keyOf))
const seen = new CodeSeen()
const recordings = recordingsToChooseFrom()
for (const recording of recordings) {
  for (const phase of replayedPhases(recording)) {
    if (isChosen.has(keyOf(phase))) seen.add(meter.measure(() => phase.run()))
    else phase.run()
  }
}
const added = recordings.flatMap((recording) => {
  process.stderr.write(`${recording.header.name}\n`)
  return newCodeOf(recording)
})
meter.close()
writeChosenPhases([...outcomes, ...added])

function newCodeOf(recording: (typeof recordings)[number]): ReturnType<typeof readChosenPhases> {
  const found = []
  for (const phase of replayedPhases(recording)) {
    const ran = meter.measure(() => phase.run())
    if (!phase.isAccepted || !seen.add(ran) || isChosen.has(keyOf(phase))) continue
    const clauses = phase.call === undefined ? [BLOCK_STEP] : clausesOfCall(phase.call)
    const place = { recording: phase.recording, block: phase.block, phase: phase.phase }
    found.push({ ...place, earns: "branches" as const, clauses: clauses.length === 0 ? [ANY_CALL] : clauses })
  }
  return found
}
