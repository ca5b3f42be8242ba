import { writeFileSync } from "node:fs"
import { FunctionMeter } from "../../confirmation/functionMeter.js"

// Chooses the phases of the recordings that become vectors, and writes down which and what they show. The recordings
// with many subnets and neurons come last: the others show the same on less storage.
const LARGE = ["mixed", "scale", "yumafull"]
const meter = new FunctionMeter()
// Loaded only now, so that the meter sees all of the model.
const { allRecordings } = await import("../../captured.js")
const { choosePhases } = await import("./choosePhases.js")
const { CHOSEN_PHASES_PATH } = await import("./chosenPhases.js")
const { measuredPhases } = await import("./measuredPhases.js")
const { firstOutcomes } = await import("./outcomes.js")
meter.modelIsLoaded()

const all = allRecordings()
const isLarge = (name: string) => LARGE.some((family) => name.startsWith(`${family}-`))
const recordings = [
  ...all.filter(({ header }) => !isLarge(header.name)),
  ...all.filter(({ header }) => isLarge(header.name)),
]
const keyOf = (place: { readonly recording: string; readonly block: number; readonly phase: number | "initialize" }) =>
  `${place.recording} ${place.block} ${place.phase}`
const wanted = new Set(firstOutcomes(recordings).map(keyOf))
const measured = recordings.flatMap((recording) => {
  process.stderr.write(`${recording.header.name}\n`)
  return [...measuredPhases(recording, meter, (place) => wanted.has(keyOf(place)))]
})
meter.finish()
const chosen = choosePhases(measured)
const lines = chosen.map((phase) => `  ${JSON.stringify(phase)}`)
writeFileSync(CHOSEN_PHASES_PATH, `[\n${lines.join(",\n")}\n]\n`)
process.stdout.write(`${chosen.length} phases of ${recordings.length} recordings become vectors\n`)
