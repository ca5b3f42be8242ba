import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { basename, join } from "node:path"
import { runEpoch } from "../../reference/consensus/epoch.js"
import { forkTable } from "../../reference/forks/forkTable.js"
import { U64F64 } from "../../reference/numbers/formats.js"
import { Perquintill } from "../../reference/numbers/perquintill.js"
import { buy, sell } from "../../reference/pool/balancer.js"
import { packageFolder } from "../packageFolder.js"
import { findRecordings } from "../replay/findRecordings.js"
import { readRecording } from "../replay/readRecording.js"
import { Replay } from "../replay/replayRecording.js"
import { familyOf } from "../replay/replayReport.js"
import { epochSample } from "./epochSample.js"
import type { Measurement } from "./measurement.js"
import { transportMeasurements } from "./transports.js"

const PROGRAM = join(packageFolder, "dist", "harness", "cli", "main.js")
const SWAPS = 500
const STARTS = 3

/** The yardstick: arithmetic on big integers, of which everything else is made. */
export const yardstick: Measurement = {
  name: "U64F64 multiplications",
  unit: "operations",
  run: () => {
    let value = U64F64.fromBits(3n << 63n)
    for (let index = 0; index < 200_000; index++)
      value = U64F64.wrappingAdd(U64F64.saturatingMul(value, value), U64F64.EPSILON)
    return value < 0n ? 0 : 200_000
  },
}

function replays(): readonly Measurement[] {
  const folder = join(packageFolder, "vectors", "captured")
  return readdirSync(folder).flatMap((fork) => replaysOf(fork, findRecordings([join(folder, fork)])))
}

function replaysOf(fork: string, files: readonly string[]): readonly Measurement[] {
  const families = [...new Set(files.map((path) => familyOf(basename(path))))]
  return families.map((family) => ({
    name: `replay of ${fork} ${family}`,
    unit: "blocks",
    run: () =>
      files.filter((path) => familyOf(basename(path)) === family).reduce((sum, path) => sum + replayed(path), 0),
  }))
}

function replayed(path: string): number {
  const recording = readRecording(path)
  const fork = forkTable.get(recording.header.fork)
  if (fork === undefined) return 0
  for (const _ of new Replay(fork, recording, false).run());
  return recording.blocks.length
}

function epochs(): readonly Measurement[] {
  const sizes = [
    [220, 64],
    [256, 64],
  ] as const
  return sizes.flatMap(([neurons, validators]) =>
    [false, true].map((yuma3) => {
      const input = epochSample(neurons, validators, yuma3)
      const rule = yuma3 ? "Yuma3 with liquid alpha" : "Yuma"
      return {
        name: `epoch of ${neurons} neurons, ${validators} validators, ${rule}`,
        unit: "epochs",
        run: () => {
          runEpoch(input)
          return 1
        },
      }
    }),
  )
}

function swaps(): readonly Measurement[] {
  const pool = { quoteWeight: Perquintill.fromRational(45n, 100n), alphaReserve: 10n ** 15n, taoReserve: 10n ** 14n }
  const many = (swap: (amount: bigint) => bigint) => () => {
    for (let index = 1n; index <= SWAPS; index++) swap(index * 1_000_003n)
    return SWAPS
  }
  return [
    { name: "buys from a weighted pool", unit: "swaps", run: many((amount) => buy(pool, amount)) },
    { name: "sales to a weighted pool", unit: "swaps", run: many((amount) => sell(pool, amount)) },
  ]
}

function starts(): readonly Measurement[] {
  return [
    {
      name: "start-up (--version)",
      unit: "starts",
      run: () => {
        for (let index = 0; index < STARTS; index++) spawnSync(process.execPath, [PROGRAM, "--version"])
        return STARTS
      },
    },
  ]
}

/** Everything that is measured, in order. */
export async function measurements(): Promise<readonly Measurement[]> {
  return [...replays(), ...epochs(), ...swaps(), ...(await transportMeasurements()), ...starts()]
}
