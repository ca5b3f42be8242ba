import { emissionAt } from "../../../../reference/emission/curve.js"

const RAO = 1_000_000_000n
const SUPPLY = 21_000_000n
const WIDTH = 640
const HEIGHT = 220
const LEFT = 52
const BOTTOM = 34
const TOP = 16

function x(issued: bigint): number {
  return LEFT + ((WIDTH - LEFT - 12) * Number(issued / RAO)) / Number(SUPPLY)
}

function y(emission: bigint): number {
  return HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * Number(emission)) / Number(RAO)
}

function emission(issued: bigint): bigint {
  return emissionAt(issued)
}

function steps(): string {
  const points = Array.from({ length: 421 }, (_, index) => (SUPPLY * RAO * BigInt(index)) / 420n)
  const corners = points.map((issued, index) => {
    const before = points[index - 1]
    const level = before === undefined ? y(emission(issued)) : y(emission(before))
    return `${x(issued).toFixed(1)},${level.toFixed(1)} ${x(issued).toFixed(1)},${y(emission(issued)).toFixed(1)}`
  })
  return corners.join(" ")
}

function label(left: number, top: number, text: string, anchor: string): string {
  return `<text x="${left.toFixed(1)}" y="${top.toFixed(1)}" text-anchor="${anchor}">${text}</text>`
}

/** The emission of a block by what is issued, and where one block stands on it. */
export function halvingCurve(issuance: bigint): string {
  const axis = [0n, 5_250_000n, 10_500_000n, 15_750_000n, 21_000_000n].map((coins) =>
    label(x(coins * RAO), HEIGHT - 12, `${Number(coins) / 1_000_000} M`, "middle"),
  )
  const levels = [RAO, RAO / 2n, RAO / 4n].map(
    (level) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - 12}" y1="${y(level)}" y2="${y(level)}"/>${label(LEFT - 8, y(level) + 4, (Number(level) / Number(RAO)).toString(), "end")}`,
  )
  const here = { left: x(issuance), top: y(emission(issuance)) }
  const dot = `<circle cx="${here.left.toFixed(1)}" cy="${here.top.toFixed(1)}" r="5"/>${label(here.left - 10, here.top + 22, "this block", "end")}`
  return `<figure class="curve"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="TAO that a block emits, by the TAO that is issued already; this block is marked">${levels.join("")}${axis.join("")}<polyline points="${steps()}"/>${dot}</svg><figcaption>TAO that a block emits, by the TAO issued already: halved at 10.5, 15.75, 18.375 million …</figcaption></figure>`
}
