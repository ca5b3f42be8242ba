/** From a range of numbers to a range of pixels. */
export interface Scale {
  readonly least: number
  readonly most: number
  (value: number): number
}

/** A straight scale. An empty range is widened. */
export function linearScale(least: number, most: number, from: number, to: number): Scale {
  const span = most - least || 1
  return Object.assign((value: number) => from + ((value - least) / span) * (to - from), { least, most: least + span })
}

/** Round numbers within a range, about so many. */
export function ticks({ least, most }: Scale, count: number): readonly number[] {
  const rough = (most - least) / count
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? rough
  const first = Math.ceil(least / step - 1e-9)
  const last = Math.floor(most / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** A number for an axis: short, with k and M for thousands and millions. */
export function axisText(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e6) return `${Number((value / 1e6).toPrecision(4))}M`
  if (size >= 1e4) return `${Number((value / 1e3).toPrecision(4))}k`
  return size !== 0 && size < 1e-4 ? value.toExponential(1) : String(Number(value.toPrecision(4)))
}
