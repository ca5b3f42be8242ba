/** Something whose speed is measured: how much work one run of it does, and in what unit. */
export interface Measurement {
  readonly name: string
  readonly unit: string
  /** Does the work once and says how many units it was. */
  readonly run: () => number | Promise<number>
}

/** What a measurement took. */
export interface Timing {
  readonly name: string
  readonly unit: string
  readonly unitsPerSecond: number
  readonly milliseconds: number
}

const RUNS = 5

/** Runs a measurement once to warm up and then several times; the middle one of the times counts. */
export async function time({ name, unit, run }: Measurement): Promise<Timing> {
  await run()
  const timings: { readonly units: number; readonly milliseconds: number }[] = []
  for (let index = 0; index < RUNS; index++) {
    const started = performance.now()
    const units = await run()
    timings.push({ units, milliseconds: performance.now() - started })
  }
  timings.sort((a, b) => a.milliseconds - b.milliseconds)
  const { units, milliseconds } = timings[RUNS >> 1] ?? { units: 0, milliseconds: 0 }
  return { name, unit, milliseconds, unitsPerSecond: (1000 * units) / milliseconds }
}
