/** The TeX of a line that is a formula and nothing else, such as `cut = alphaOut × c`; undefined where it is prose. */
export function formulaTex(_line: string): string | undefined {
  return undefined
}
