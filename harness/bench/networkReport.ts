import { mkdirSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { renderBlockTimePlot } from "../../reports/blockTimePlot.js"
import { packageFolder } from "../packageFolder.js"
import { type BlockTime, blockTime, type LinearFit, linearFit } from "./blockTimes.js"

const SUBNETS = [10, 30, 110, 300, 1000]
const BLOCKS = 36
/** A network that is not measured goes first, so that the code is compiled when time is taken. */
const WARM_UP_SUBNETS = 50

function describe({ milliseconds, millisecondsPerSubnet, explained }: LinearFit): string {
  const line = `${milliseconds.toFixed(2)} ms + ${millisecondsPerSubnet.toFixed(4)} ms per subnet`
  return `a block takes about ${line}; this line explains ${(100 * explained).toFixed(1)} % of the differences\n`
}

function row({ subnets, milliseconds }: BlockTime): string {
  const each = (1000 * milliseconds) / subnets
  return `${`blocks of ${subnets} subnets`.padEnd(58)}${`${milliseconds.toFixed(2)} ms`.padStart(24)}${`${each.toFixed(1)} µs a subnet`.padStart(24)}\n`
}

/** Writes beside the file and moves it into place. */
function writePlot(times: readonly BlockTime[], fit: LinearFit): string {
  const folder = join(packageFolder, "reports", "rendered")
  const file = join(folder, "blockTimes.svg")
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${file}.new`, renderBlockTimePlot(times, fit))
  renameSync(`${file}.new`, file)
  return file
}

/** Measures how long blocks take on networks of several sizes, prints it with the line that fits, and plots it. */
export function reportNetworks(print: (text: string) => void): void {
  blockTime(WARM_UP_SUBNETS, BLOCKS)
  const times = SUBNETS.map((subnets) => {
    const time = blockTime(subnets, BLOCKS)
    print(row(time))
    return time
  })
  const fit = linearFit(times)
  print(describe(fit))
  print(`plotted in ${writePlot(times, fit)}\n`)
}
