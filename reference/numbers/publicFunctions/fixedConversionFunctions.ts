import { type PublicFunction, publicFunction } from "../../interface/publicFunction.js"
import { choice, fixed, integer, optional, u64, ValueError } from "../../interface/valueTypes.js"
import type { FixedFormat } from "../fixedPoint.js"
import { I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 } from "../formats.js"
import { ALL_FORKS } from "./forksOfNumbers.js"

const SOURCES = { I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 } as const
const source = choice("I32F32", "I64F64", "I96F32", "U64F64", "U96F32", "U110F18")
const target = choice("U8", "U16", "U32", "U64", "U128", "I64", "I128")

const CONVERSION = { clauses: ["numbers-06"], forks: ALL_FORKS } as const

/** Conversions into one format and out of it: `numbers.<format>.<operation>`. */
export function fixedConversionFunctions<T extends bigint>(format: FixedFormat<T>): readonly PublicFunction[] {
  return [...fromIntegers(format), ...fromFormats(format), ...toIntegers(format)]
}

function fromIntegers<T extends bigint>(format: FixedFormat<T>): readonly PublicFunction[] {
  const value = fixed(format)
  const shared = { ...CONVERSION, parameters: { n: integer } } as const
  return [
    publicFunction({
      ...shared,
      name: `numbers.${format.name}.fromInteger`,
      result: value,
      run: ({ n }) => format.fromInteger(n),
    }),
    publicFunction({
      ...shared,
      name: `numbers.${format.name}.saturatingFromInteger`,
      result: value,
      run: ({ n }) => format.saturatingFromInteger(n),
    }),
    publicFunction({
      ...shared,
      name: `numbers.${format.name}.checkedFromInteger`,
      result: optional(value),
      run: ({ n }) => format.checkedFromInteger(n),
    }),
    publicFunction({
      name: `numbers.${format.name}.saturatingFromDouble`,
      clauses: ["numbers-18"],
      forks: ALL_FORKS,
      parameters: { ieee754: u64 },
      result: value,
      run: ({ ieee754 }) => format.saturatingFromDouble(doubleOfBits(ieee754)),
    }),
  ]
}

function fromFormats<T extends bigint>(format: FixedFormat<T>): readonly PublicFunction[] {
  const value = fixed(format)
  const shared = { ...CONVERSION, parameters: { from: source, bits: integer } } as const
  return [
    publicFunction({
      ...shared,
      name: `numbers.${format.name}.fromFixed`,
      result: value,
      run: ({ from, bits }) => format.fromFixed(SOURCES[from], rawBits(from, bits)),
    }),
    publicFunction({
      ...shared,
      name: `numbers.${format.name}.saturatingFromFixed`,
      result: value,
      run: ({ from, bits }) => format.saturatingFromFixed(SOURCES[from], rawBits(from, bits)),
    }),
    publicFunction({
      ...shared,
      name: `numbers.${format.name}.checkedFromFixed`,
      result: optional(value),
      run: ({ from, bits }) => format.checkedFromFixed(SOURCES[from], rawBits(from, bits)),
    }),
  ]
}

function rawBits(from: keyof typeof SOURCES, bits: bigint): bigint {
  if (!SOURCES[from].range.contains(bits))
    throw new ValueError("input.bits", `${bits} is not among the raw bits of ${from}`)
  return bits
}

function toIntegers<T extends bigint>(format: FixedFormat<T>): readonly PublicFunction[] {
  const shared = { ...CONVERSION, parameters: { x: fixed(format), to: target } } as const
  return [
    publicFunction({
      ...shared,
      name: `numbers.${format.name}.toInteger`,
      result: integer,
      run: ({ x, to }) => BigInt(format[`to${to}`](x)),
    }),
    publicFunction({
      ...shared,
      name: `numbers.${format.name}.saturatingToInteger`,
      result: integer,
      run: ({ x, to }) => BigInt(format[`saturatingTo${to}`](x)),
    }),
    publicFunction({
      ...shared,
      name: `numbers.${format.name}.checkedToInteger`,
      result: optional(integer),
      run: ({ x, to }) => {
        const converted = format[`checkedTo${to}`](x)
        return converted === undefined ? undefined : BigInt(converted)
      },
    }),
  ]
}

function doubleOfBits(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, bits)
  return view.getFloat64(0)
}
