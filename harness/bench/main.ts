import { type Measurement, type Timing, time } from "./measurement.js"
import { measurements, yardstick } from "./measurements.js"
import { reportNetworks } from "./networkReport.js"
import { transportMeasurements } from "./transports.js"

// Prints how fast the model and the harness are. A time on one machine says little: the last column compares each
// with the yardstick of the same run, in thousands of its operations per unit of work. With the argument "networks" only
// blocks on growing networks are measured, with "transports" only the ways to reach an implementation.
function row({ name, unit, unitsPerSecond, milliseconds }: Timing, yardstickRate: number): string {
  const cost = yardstickRate / unitsPerSecond / 1000
  const columns = [`${milliseconds.toFixed(1)} ms`, `${unitsPerSecond.toFixed(1)} ${unit}/s`, cost.toFixed(3)]
  return name.padEnd(58) + columns.map((column) => column.padStart(24)).join("")
}

async function report(measured: readonly Measurement[], print: (text: string) => void): Promise<readonly Timing[]> {
  const base = await time(yardstick)
  print(`${row(base, base.unitsPerSecond)}\n`)
  const timings: Timing[] = []
  for (const measurement of measured) {
    const timing = await time(measurement)
    timings.push(timing)
    print(`${row(timing, base.unitsPerSecond)}\n`)
  }
  return timings
}

async function reportAll(print: (text: string) => void): Promise<void> {
  const timings = await report(await measurements(), print)
  for (const [folder, milliseconds] of timeByFolder(timings)) {
    print(`all recordings of ${folder} together: ${(milliseconds / 1000).toFixed(2)} s\n`)
  }
}

/** The time that the replay of all recordings of a folder takes. */
function timeByFolder(timings: readonly Timing[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { name, milliseconds } of timings) {
    const folder = /^replay of (\S+)/.exec(name)?.[1]
    if (folder !== undefined) times.set(folder, (times.get(folder) ?? 0) + milliseconds)
  }
  return times
}

const print = (text: string) => {
  process.stdout.write(text)
}
const [only] = process.argv.slice(2)
if (only !== "transports") reportNetworks(print)
if (only === "transports") await report(await transportMeasurements(), print)
else if (only !== "networks") await reportAll(print)
