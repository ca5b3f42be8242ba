import fc from "fast-check"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import type { TypeDescription } from "../../../reference/interface/valueType.js"
import { I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 } from "../../../reference/numbers/formats.js"
import type { BoundaryCase, ChapterCases, FunctionCases } from "../functions/functionCases.js"
import { type NamedValues, namedValues } from "../functions/namedValues.js"
import { knownCases } from "./knownValues.js"
import { operandPairs } from "./operandPairs.js"
import { powerBoundaries, powRatioCases } from "./powers.js"
import { safeFloatCases } from "./safeFloats.js"
import { singleOperands } from "./singleOperands.js"

const SOURCES = new Map(Object.entries({ I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 }))
const TARGET_BITS = new Map([
  ["U8", 8n],
  ["U16", 16n],
  ["U32", 32n],
  ["U64", 64n],
  ["U128", 128n],
  ["I64", 63n],
  ["I128", 127n],
])

function valuesOf(type: TypeDescription): NamedValues {
  return namedValues(type) ?? new Map()
}

function parameterType({ parameters }: PublicFunction, name: string): TypeDescription | undefined {
  return parameters[name]?.describe
}

/** A function of two numbers of one type: the pairs of its operation. */
function pairBoundaries(operation: string, type: TypeDescription): readonly BoundaryCase[] {
  const values = valuesOf(type)
  return operandPairs(operation).flatMap(([first, second]) => {
    const [a, b] = [values.get(first)?.toString(), values.get(second)?.toString()]
    if (a === undefined || b === undefined) return []
    return [{ name: `a ${first}, b ${second}`, input: { a, b } }]
  })
}

/** A function of one number: the values of its operation. */
function singleBoundaries(parameter: string, operation: string, type: TypeDescription): readonly BoundaryCase[] {
  const values = valuesOf(type)
  return singleOperands(operation).flatMap((name) => {
    const value = values.get(name)?.toString()
    return value === undefined ? [] : [{ name: `${parameter} ${name}`, input: { [parameter]: value } }]
  })
}

/** A number whose exponential still has large terms where its series ends. */
function seriesCutOff(type: TypeDescription): readonly BoundaryCase[] {
  const ten = valuesOf(type).get("ten")
  return ten === undefined ? [] : [{ name: "x twenty", input: { x: (2n * ten).toString() } }]
}

/** A division with a value for where there is none. */
function otherwiseBoundaries(type: TypeDescription): readonly BoundaryCase[] {
  return pairBoundaries("div", type).flatMap(({ name, input }) => {
    const otherwise = valuesOf(type).get("half")?.toString()
    return otherwise === undefined ? [] : [{ name, input: { ...input, otherwise } }]
  })
}

/** Integers around the bounds of the whole part of a format, and around those of the integer types. */
function integerBoundaries(format: string): readonly BoundaryCase[] {
  const target = SOURCES.get(format)
  if (target === undefined) return []
  const [least, largest] = [target.MIN >> target.fractionShift, target.MAX >> target.fractionShift]
  const named: readonly (readonly [string, bigint])[] = [
    ["zero", 0n],
    ["one", 1n],
    ["minus one", -1n],
    ["the largest whole", largest],
    ["one above the largest whole", largest + 1n],
    ["the least whole", least],
    ["one below the least whole", least - 1n],
    ["the largest u64", (1n << 64n) - 1n],
    ["the largest u128", (1n << 128n) - 1n],
  ]
  return named.map(([name, n]) => ({ name: `n ${name}`, input: { n: n.toString() } }))
}

/** Values of every other format: its bounds, and what falls between two steps. */
function formatBoundaries(): readonly BoundaryCase[] {
  return [...SOURCES].flatMap(([from, format]) => {
    const one = 1n << format.fractionShift
    const named: readonly (readonly [string, bigint])[] = [
      ["the largest", format.MAX],
      ["one plus a step", one + 1n],
      ...(format.signed
        ? [["the least", format.MIN] as const, ["minus a step", -1n] as const]
        : [["a step below one", one - 1n] as const]),
    ]
    return named.map(([name, bits]) => ({ name: `${from} ${name}`, input: { from, bits: bits.toString() } }))
  })
}

/** Around the bounds of every integer type, and the fractions that are floored. */
function targetBoundaries(type: TypeDescription): readonly BoundaryCase[] {
  if (type.kind !== "fixed") return []
  const values = valuesOf(type)
  const one = 1n << BigInt(type.fractionBits)
  const floored = ["one and a half", "minus a step", "minus one and a half", "the least", "the largest"]
  const ofAll = floored.map((name) => ["U64", name, values.get(name)] as const)
  const ofEach = [...TARGET_BITS].flatMap(([to, bits]) => [
    [to, "just below its bound", (one << bits) - 1n] as const,
    [to, "just at its bound", one << bits] as const,
    [to, "minus one", values.get("minus one")] as const,
  ])
  const largest = values.get("the largest") ?? 0n
  return [...ofAll, ...ofEach].flatMap(([to, name, x]) =>
    x === undefined || x > largest ? [] : [{ name: `to ${to}, ${name}`, input: { x: x.toString(), to } }],
  )
}

const DOUBLES: readonly (readonly [string, number])[] = [
  ["zero", 0],
  ["minus zero", -0],
  ["one", 1],
  ["minus one", -1],
  ["a tenth", 0.1],
  ["minus a third", -1 / 3],
  ["the least above zero", 5e-324],
  ["half a step of 32 places", 2 ** -33],
  ["one and a half steps of 32 places", 3 * 2 ** -33],
  ["half a step of 64 places", 2 ** -65],
  ["one and a half steps of 18 places", 3 * 2 ** -19],
  ["two to the 31st", 2 ** 31],
  ["minus two to the 31st", -(2 ** 31)],
  ["two to the 100th", 2 ** 100],
  ["the largest", Number.MAX_VALUE],
  ["infinity", Number.POSITIVE_INFINITY],
  ["minus infinity", Number.NEGATIVE_INFINITY],
  ["no number", Number.NaN],
]

function doubleBoundaries(): readonly BoundaryCase[] {
  return DOUBLES.map(([name, value]) => {
    const view = new DataView(new ArrayBuffer(8))
    view.setFloat64(0, value)
    return { name, input: { ieee754: view.getBigUint64(0).toString() } }
  })
}

function formatArbitrary() {
  return fc
    .constantFrom(...SOURCES)
    .chain(([from, { MIN, MAX }]) => fc.bigInt({ min: MIN, max: MAX }).map((bits) => ({ from, bits: bits.toString() })))
}

/** The integer and fixed-point types' own functions, told apart by their parameters. */
function arithmeticCases(declared: PublicFunction, format: string, operation: string): Partial<FunctionCases> {
  const names = Object.keys(declared.parameters).join(" ")
  const [a, x] = [parameterType(declared, "a"), parameterType(declared, "x")]
  if (names === "a b" && a !== undefined) return { boundaries: pairBoundaries(operation, a) }
  if (names === "a" && a !== undefined) return { boundaries: singleBoundaries("a", operation, a) }
  if (names === "x" && x !== undefined) {
    const more = operation === "exp" ? seriesCutOff(x) : []
    return { boundaries: [...singleBoundaries("x", operation, x), ...more] }
  }
  if (names === "a b otherwise" && a !== undefined) return { boundaries: otherwiseBoundaries(a) }
  if (names === "n") return { boundaries: integerBoundaries(format) }
  if (names === "from bits") return { boundaries: formatBoundaries(), arbitrary: formatArbitrary() }
  if (names === "x to" && x !== undefined) return { boundaries: targetBoundaries(x) }
  if (names === "ieee754") return { boundaries: doubleBoundaries() }
  return { boundaries: powerBoundaries(declared) }
}

function ownCases(declared: PublicFunction): Partial<FunctionCases> {
  const [, type = "", operation = ""] = declared.name.split(".")
  if (type === "safeFloat") return safeFloatCases(declared)
  if (type === "powRatioScaled") return powRatioCases()
  if (type === "perquintill") return {}
  return arithmeticCases(declared, type, operation)
}

/** The cases of the chain's arithmetic. */
export const numbersCases: ChapterCases = (declared) => ({ ...ownCases(declared), known: knownCases(declared) })
