/** The place of the first text in a sorted list that is not before the given one. */
export function placeOf(sorted: readonly string[], text: string): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((sorted[middle] ?? "") < text) from = middle + 1
    else to = middle
  }
  return from
}

/** Adds a text to a sorted list that does not have it. */
export function insertSorted(sorted: string[], text: string): void {
  const last = sorted.at(-1)
  if (last === undefined || last < text) sorted.push(text)
  else sorted.splice(placeOf(sorted, text), 0, text)
}

/** Takes a text out of a sorted list that has it. */
export function removeSorted(sorted: string[], text: string): void {
  sorted.splice(placeOf(sorted, text), 1)
}
