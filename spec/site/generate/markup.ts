/** HTML that is safe between tags and in attributes; braces too, which the pages' templates would read. */
export function markup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("{", "&#123;")
    .replaceAll("}", "&#125;")
    .replaceAll("~", "&#126;")
}

/** Text that is HTML already. */
export function oneLine(html: string): string {
  return html.replaceAll("\n", "&#10;")
}

const LONG = 56

/** Code within a line; in a table it stays on one line if it is not long. */
export function code(text: string): string {
  return text.length > LONG ? `<code class="long">${markup(text)}</code>` : `<code>${markup(text)}</code>`
}

/** A link; `to` is an address as pages write them. */
export function link(to: string, html: string): string {
  return `<a href="${to}">${html}</a>`
}

/** Something that opens and closes. Its parts are HTML. */
export function details(summary: string, body: string, kind: string): string {
  return `<details class="${kind}"><summary>${summary}</summary>${body}</details>`
}

/** A table whose cells are HTML, in a box that scrolls sideways where it is too wide. */
export function table(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  kind = "",
): string {
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`).join("")
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")
  return scrolling(name, `<table class="data ${kind}"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`)
}

/** A box that scrolls sideways, also by keyboard. */
export function scrolling(name: string, html: string): string {
  return `<div class="scroll" role="region" tabindex="0" aria-label="${markup(name)}">${html}</div>`
}

/** A badge with a word in it. */
export function badge(text: string, kind: string): string {
  return `<span class="badge ${kind}">${markup(text)}</span>`
}

/** A number with its thousands set apart. */
export function counted(value: number | bigint): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f")
}

/** A count with its noun. */
export function plural(count: number, noun: string): string {
  return `${counted(count)} ${noun}${count === 1 ? "" : "s"}`
}
