import { markup } from "../../generate/markup.js"

/** A part of a whole that is drawn as one bar. */
export interface BarPart {
  readonly label: string
  readonly amount: bigint
  /** The amount as the reader sees it. */
  readonly text: string
  /** The name of a colour of the site. */
  readonly tone: string
}

function share(amount: bigint, whole: bigint): string {
  return whole === 0n ? "0" : ((100 * Number(amount)) / Number(whole)).toFixed(2)
}

/** A whole in its parts: one bar, and beneath it what each part is. */
export function splitBar(name: string, parts: readonly BarPart[]): string {
  const whole = parts.reduce((total, { amount }) => total + amount, 0n)
  const pieces = parts
    .filter(({ amount }) => amount > 0n)
    .map(({ amount, tone }) => `<i class="tone-${tone}" style="width:${share(amount, whole)}%"></i>`)
  const legend = parts.map(
    ({ label, text, amount, tone }) =>
      `<li><i class="tone-${tone}"></i><span>${markup(label)}</span><b>${markup(text)}</b><small>${share(amount, whole)} %</small></li>`,
  )
  return `<figure class="split"><div class="bar" role="img" aria-label="${markup(name)}">${pieces.join("")}</div><ul>${legend.join("")}</ul></figure>`
}

/** A value of a list that is drawn as bars beside each other. */
export interface ListedValue {
  readonly label: string
  /** From 0 to 1. */
  readonly length: number
  readonly text: string
  readonly tone: string
}

/** Values beneath each other, each with a bar as long as it is large. */
export function barList(name: string, values: readonly ListedValue[]): string {
  const rows = values.map(
    ({ label, length, text, tone }) =>
      `<div class="row"><span class="name">${markup(label)}</span><span class="track"><i class="tone-${tone}" style="width:${(100 * length).toFixed(2)}%"></i></span><span class="value">${markup(text)}</span></div>`,
  )
  return `<figure class="bar-list" aria-label="${markup(name)}">${rows.join("")}</figure>`
}
