import type { Recording } from "../../../../harness/replay/recording.js"
import { CoverageMeter } from "../../selection/coverageMeter.js"
import type { ChosenPhase } from "./chosenPhases.js"

// Adds to the chosen phases, of the forks that are named or of all, those that run code of the model which no chosen one
// before them runs.
const meter = new CoverageMeter()
// Loaded only now, so that the meter sees every branch of the model.
const { chosenForOtherForks, readChosenPhases, writeChosenPhases } = await import("./chosenPhases.js")
const { ClausesOfFork } = await import("./clausesRun.js")
const { CodeSeen } = await import("./codeSeen.js")
const { keyOf } = await import("./outcomes.js")
const { forksToChooseFor, recordingsToChooseFrom, replayedPhases } = await import("./replayedPhases.js")

/** What the block step shows as a whole, by fork. */
const BLOCK_STEP: Readonly<Record<string, string>> = { balancer: "coinbase-01", rao: "coinbase-30" }
/** What a call shows that no clause names. */
const ANY_CALL = "state-04"

const seen = new CodeSeen()
const forks = forksToChooseFor(process.argv.slice(2))
const others = chosenForOtherForks(forks)
const outcomes = readChosenPhases().filter(({ fork, earns }) => forks.includes(fork) && earns === "outcome")
const isChosen = new Set([...others, ...outcomes].map(keyOf))
for (const fork of forksToChooseFor([])) for (const recording of recordingsToChooseFrom(fork)) lookAtChosen(recording)
const added = forks.flatMap((fork) => recordingsToChooseFrom(fork).flatMap(newCodeOf))
meter.close()
writeChosenPhases([...others, ...outcomes, ...added])

function lookAtChosen(recording: Recording): void {
  for (const phase of replayedPhases(recording)) {
    if (isChosen.has(keyOf(phase))) seen.add(meter.measure(() => phase.run()))
    else phase.run()
  }
}

function newCodeOf(recording: Recording): readonly ChosenPhase[] {
  process.stderr.write(`${recording.header.fork} ${recording.header.name}\n`)
  const clauses = new ClausesOfFork(recording.header.fork)
  const found: ChosenPhase[] = []
  for (const phase of replayedPhases(recording)) {
    const ran = meter.measure(() => phase.run())
    if (!phase.isAccepted || !seen.add(ran) || isChosen.has(keyOf(phase))) continue
    const { fork, recording: name, block, phase: index, call } = phase
    const own = call === undefined ? [BLOCK_STEP[fork] ?? ANY_CALL] : clauses.ofCall(call)
    const named = own.length === 0 ? [ANY_CALL] : own
    found.push({ fork, recording: name, block, phase: index, earns: "branches", clauses: named })
  }
  return found
}
