import { type Timing, time } from "./measurement.js"
import { measurements, yardstick } from "./measurements.js"
import { reportNetworks } from "./networkReport.js"

// Prints how fast the model and the harness are. A time on one machine says little: the last column compares each
// with the yardstick of the same run, in thousands of its operations per unit of work. With the argument "networks" only
// blocks on growing networks are measured.
function row({ name, unit, unitsPerSecond, milliseconds }: Timing, yardstickRate: number): string {
  const cost = yardstickRate / unitsPerSecond / 1000
  const columns = [`${milliseconds.toFixed(1)} ms`, `${unitsPerSecond.toFixed(1)} ${unit}/s`, cost.toFixed(3)]
  return name.padEnd(58) + columns.map((column) => column.padStart(24)).join("")
}

async function reportMeasurements(print: (text: string) => void): Promise<void> {
  const base = await time(yardstick)
  print(`${row(base, base.unitsPerSecond)}\n`)
  const families: Timing[] = []
  for (const measurement of await measurements()) {
    const timing = await time(measurement)
    if (timing.name.startsWith("replay")) families.push(timing)
    print(`${row(timing, base.unitsPerSecond)}\n`)
  }
  const total = families.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  print(`all recordings together: ${(total / 1000).toFixed(2)} s\n`)
}

const print = (text: string) => {
  process.stdout.write(text)
}
const [only] = process.argv.slice(2)
reportNetworks(print)
if (only !== "networks") await reportMeasurements(print)
