import { markup, scrolling } from "../../generate/markup.js"

/** A cell of a heat map. */
export interface HeatCell {
  /** From 0 to 1: how dark it is. */
  readonly heat: number
  readonly text: string
  /** Drawn with a frame: something was cut off here. */
  readonly isMarked: boolean
}

/** Rows of numbers, the greater the darker. */
export interface HeatMap {
  readonly name: string
  readonly rowNames: readonly string[]
  readonly columnNames: readonly string[]
  /** By row and column; undefined where there is nothing. */
  readonly cells: readonly (readonly (HeatCell | undefined)[])[]
  readonly tone: string
}

function cell(value: HeatCell | undefined, tone: string): string {
  if (value === undefined) return '<td class="none"></td>'
  const heat = Math.min(1, Math.max(0, value.heat)).toFixed(3)
  const kind = value.isMarked ? ' class="marked"' : ""
  return `<td${kind} style="--tone:var(--${tone});--heat:${heat}">${markup(value.text)}</td>`
}

/** A matrix as a table whose cells are the darker the greater their value. */
export function heatMap({ name, rowNames, columnNames, cells, tone }: HeatMap): string {
  const head = columnNames.map((column) => `<th scope="col">${markup(column)}</th>`).join("")
  const rows = cells.map(
    (row, index) =>
      `<tr><th scope="row">${markup(rowNames[index] ?? "")}</th>${row.map((value) => cell(value, tone)).join("")}</tr>`,
  )
  const table = `<table class="heat"><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`
  return scrolling(name, table)
}
