/** How many rao are one TAO, as a number of decimal places. */
export const TAO_PLACES = 9

/** An integer of units of 10^−places as a decimal, without zeros at its end: 1500000000 with 9 places is 1.5. */
export function decimalOf(amount: bigint, places: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, "0")
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "")
  return `${amount < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`
}

/** The integer of units of 10^−places that a decimal stands for; undefined if it is no decimal or has more places. */
export function integerOfDecimal(text: string, places: number): bigint | undefined {
  const match = /^(-?)([0-9]{1,40})(?:\.([0-9]{0,40}))?$/.exec(text.replace(/[\s,\u202f]/g, ""))
  const [, sign, whole = "", fraction = ""] = match ?? []
  if (match === null || fraction.length > places) return undefined
  const amount = BigInt(whole + fraction.padEnd(places, "0"))
  return sign === "-" ? -amount : amount
}

/** A decimal with its whole digits in groups of three, which narrow spaces that do not break set apart. */
export function grouped(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".")
  const inGroups = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, "\u202f")
  return fraction === undefined ? inGroups : `${inGroups}.${fraction}`
}

/** An amount in rao as TAO, or in alpha rao as alpha. */
export function tao(rao: bigint): string {
  return grouped(decimalOf(rao, TAO_PLACES))
}

/** Raw bits of a fixed-point number as a decimal of so many places, cut. */
export function decimalOfBits(raw: bigint, fractionBits: number, places: number): string {
  const scaled = (raw * 10n ** BigInt(places)) / (1n << BigInt(fractionBits))
  return grouped(decimalOf(scaled, places))
}

/** The same with all of its places, so that numbers below each other can be compared at a glance. */
export function cutDecimalOfBits(raw: bigint, fractionBits: number, places: number): string {
  const scaled = (raw * 10n ** BigInt(places)) / (1n << BigInt(fractionBits))
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0")
  return `${scaled < 0n ? "−" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** A number as a percentage. */
export function percent(part: number, places = 2): string {
  return `${(part * 100).toFixed(places)} %`
}

/** The number that raw bits of a fixed-point format stand for, as near as a double comes: for drawings. */
export function numberOfBits(raw: bigint, fractionBits: number): number {
  return Number(raw) / 2 ** fractionBits
}
