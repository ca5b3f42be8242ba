import { Decimal } from "decimal.js"
import { exactOperator, exactResult, lastPlaces, type OperationType, type Ratio } from "./exactResult.js"
import type { Site } from "./instrumentModel.js"

/** How far what an operation gave lies above the exact result, in units of its last place; or what it gave instead. */
export type Deviation = string

/** Instead of a number where there is no exact result, or none was given. */
const NOTHING = "no exact result"

const SIGNIFICANT_DIGITS = 4

type Method = (...operands: readonly unknown[]) => unknown

function deviationOf(given: bigint, { numerator, denominator }: Ratio): Deviation | undefined {
  const difference = given * denominator - numerator
  if (difference === 0n) return undefined
  return new Decimal(difference.toString()).div(denominator.toString()).toSD(SIGNIFICANT_DIGITS).toString()
}

function deviation(given: unknown, exact: Ratio | undefined): Deviation | undefined {
  const places = lastPlaces(given)
  return places === undefined || exact === undefined ? NOTHING : deviationOf(places, exact)
}

/** Notes at which sites a result is not the exact one. */
export class Recorder {
  readonly #sites: readonly Site[]
  #deviations = new Map<number, Deviation>()

  constructor(sites: readonly Site[]) {
    this.#sites = sites
  }

  /** The sites that have deviated since this was last asked, with the first deviation of each. */
  take(): ReadonlyMap<number, Deviation> {
    const taken = this.#deviations
    this.#deviations = new Map()
    return taken
  }

  #note(index: number, found: Deviation | undefined): void {
    if (found !== undefined) this.#deviations.set(index, found)
  }

  /** The method of a number type, watched. */
  readonly method = (index: number, type: OperationType & Readonly<Record<string, Method>>, name: string): Method => {
    return (...operands) => {
      const given = type[name]?.(...operands)
      if (this.#deviations.has(index)) return given
      const { operation } = this.#siteAt(index)
      if (/^(?:Math|BigInt)\./.test(operation)) {
        if (given !== operands.at(-1)) this.#note(index, cutTo(given, operands.at(-1)))
        return given
      }
      this.#note(index, deviation(given, exactResult(type, operation, operands, given)))
      return given
    }
  }

  /** `a / b` or `a >> b`, watched. */
  readonly operator = (index: number, a: bigint | number, b: bigint | number): bigint | number => {
    const { operation } = this.#siteAt(index)
    if (typeof a === "number" || typeof b === "number") {
      return operation === "/" ? Number(a) / Number(b) : Number(a) >> Number(b)
    }
    const given = operation === "/" ? a / b : a >> b
    if (!this.#deviations.has(index)) this.#note(index, deviation(given, exactOperator(operation, a, b)))
    return given
  }

  #siteAt(index: number): Site {
    const site = this.#sites[index]
    if (site === undefined) throw new Error(`there is no site ${index}`)
    return site
  }
}

/** How far a number was cut. */
function cutTo(given: unknown, whole: unknown): Deviation {
  return new Decimal(String(given)).sub(String(whole)).toSD(SIGNIFICANT_DIGITS).toString()
}
