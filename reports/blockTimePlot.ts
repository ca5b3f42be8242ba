import type { BlockTime, LinearFit } from "../harness/bench/blockTimes.js"

const WIDTH = 720
const HEIGHT = 440
const MARGIN = 64

interface Scale {
  readonly x: (subnets: number) => number
  readonly y: (milliseconds: number) => number
}

function scaleOf(times: readonly BlockTime[]): Scale {
  const most = Math.max(...times.map(({ subnets }) => subnets))
  const longest = Math.max(...times.map(({ milliseconds }) => milliseconds))
  return {
    x: (subnets) => MARGIN + ((WIDTH - 2 * MARGIN) * subnets) / most,
    y: (milliseconds) => HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * milliseconds) / longest,
  }
}

const at = (value: number) => value.toFixed(1)

function text(x: number, y: number, words: string, anchor = "middle"): string {
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}">${words}</text>`
}

function point({ subnets, milliseconds }: BlockTime, { x, y }: Scale): string {
  const label = text(x(subnets), y(milliseconds) - 10, `${milliseconds.toFixed(1)} ms`)
  return `<circle cx="${at(x(subnets))}" cy="${at(y(milliseconds))}" r="4"/>${label}`
}

function axes(times: readonly BlockTime[], { x }: Scale): string {
  const base = HEIGHT - MARGIN
  const ends = `${MARGIN},${MARGIN / 2} ${MARGIN},${base} ${WIDTH - MARGIN / 2},${base}`
  const ticks = times.map(({ subnets }, index) => text(x(subnets), base + 18 + 14 * (index % 2), String(subnets)))
  const names = [text(WIDTH / 2, HEIGHT - 12, "subnets"), text(12, MARGIN / 2 - 8, "ms per block", "start")]
  return [`<polyline points="${ends}" fill="none" stroke="#666"/>`, ...ticks, ...names].join("\n")
}

/** How long a block takes by the number of subnets, with the line that fits best, as an SVG picture. */
export function renderBlockTimePlot(times: readonly BlockTime[], fit: LinearFit): string {
  const scale = scaleOf(times)
  const { x, y } = scale
  const most = Math.max(...times.map(({ subnets }) => subnets))
  const fitted = (subnets: number) =>
    `${at(x(subnets))},${at(y(fit.milliseconds + fit.millisecondsPerSubnet * subnets))}`
  const measured = times.map(({ subnets, milliseconds }) => `${at(x(subnets))},${at(y(milliseconds))}`).join(" ")
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>Milliseconds per block by number of subnets</title>
<rect width="100%" height="100%" fill="white"/>
${axes(times, scale)}
<polyline class="fit" points="${fitted(0)} ${fitted(most)}" fill="none" stroke="#c60" stroke-dasharray="6 4"/>
<polyline class="measured" points="${measured}" fill="none" stroke="#06c"/>
${times.map((time) => point(time, scale)).join("\n")}
</svg>
`
}
