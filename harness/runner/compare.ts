import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
  type TypeDescription,
} from "../../reference/interface/valueType.js"
import { alignEntries, isSparseRow } from "./alignEntries.js"
import { decimalOf } from "./decimal.js"
import type { Difference } from "./result.js"

const INTEGER = /^-?[0-9]{1,1000}$/

/** What compared values are: values of a type, or an object whose members' types go by their names. */
export type ComparedType =
  | TypeDescription
  | { readonly kind: "keyed"; readonly of: (name: string) => ComparedType | undefined }

/** How two values are to be compared. */
export interface Comparison {
  /** What the values are, when that is known: gives the decimals. */
  readonly type?: ComparedType | undefined
  /** How far apart two integers, or the raw bits of two fractions, may be. Zero wants them equal. */
  readonly tolerance?: bigint | undefined
}

/** What comparing found. */
export interface Findings {
  readonly differences: Difference[]
  /** The largest distance among all pairs of integers. */
  largest: bigint
}

function childType(type: ComparedType | undefined, key: string | number): ComparedType | undefined {
  if (type?.kind === "keyed") return type.of(String(key))
  if (type?.kind === "optional") return childType(type.of, key)
  if (type?.kind === "vector") return type.of
  if (type?.kind === "tuple" && typeof key === "number") return type.of[key]
  if (type?.kind === "struct" && Object.hasOwn(type.fields, key)) return type.fields[key]
  return undefined
}

function leafType(type: ComparedType | undefined): TypeDescription | undefined {
  if (type?.kind === "keyed") return undefined
  return type?.kind === "optional" ? leafType(type.of) : type
}

function distanceOf(expected: Json | undefined, got: Json | undefined): bigint | undefined {
  if (typeof expected !== "string" || typeof got !== "string") return undefined
  if (!INTEGER.test(expected) || !INTEGER.test(got)) return undefined
  const distance = BigInt(got) - BigInt(expected)
  return distance < 0n ? -distance : distance
}

function decimals(expected: Json | undefined, got: Json | undefined, type: ComparedType | undefined) {
  const show = (json: Json | undefined) =>
    typeof json === "string" && INTEGER.test(json) ? decimalOf(BigInt(json), leafType(type)) : undefined
  const expectedDecimal = show(expected)
  const gotDecimal = show(got)
  return {
    ...(expectedDecimal === undefined ? {} : { expectedDecimal }),
    ...(gotDecimal === undefined ? {} : { gotDecimal }),
  }
}

function difference(
  path: string,
  expected: Json | undefined,
  got: Json | undefined,
  { type, tolerance = 0n }: Comparison,
): Difference {
  const distance = distanceOf(expected, got)
  return {
    path,
    ...(expected === undefined ? {} : { expected }),
    ...(got === undefined ? {} : { got }),
    ...decimals(expected, got, type),
    ...(distance === undefined ? {} : { distance: distance.toString() }),
    ...(tolerance === 0n ? {} : { tolerance: tolerance.toString() }),
  }
}

function compareLeaves(path: string, expected: Json, got: Json, how: Comparison, found: Findings): void {
  const distance = distanceOf(expected, got)
  if (distance !== undefined && distance > found.largest) found.largest = distance
  const near = distance !== undefined && how.tolerance !== undefined && distance <= how.tolerance
  if (expected !== got && !near) found.differences.push(difference(path, expected, got, how))
}

/** The path of a member: `changes["SubtensorModule.Tempo"]`, `result.bonds[3]`. */
function memberPath(path: string, name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `${path}.${name}` : `${path}["${name}"]`
}

function own(json: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(json, name) ? json[name] : undefined
}

function compareMember(
  path: string,
  expected: Json | undefined,
  got: Json | undefined,
  how: Comparison,
  found: Findings,
): void {
  if (expected !== undefined && got !== undefined) compareInto(path, expected, got, how, found)
  else found.differences.push(difference(path, expected, got, how))
}

/** The first of several values that belong together, such as a column and what stands there, says which: it is exact. */
function withoutPlace(how: Comparison, type: ComparedType | undefined, index: number): Comparison {
  return type?.kind === "tuple" && index === 0 ? { ...how, tolerance: undefined } : how
}

function compareLists(
  path: string,
  expected: readonly Json[],
  got: readonly Json[],
  how: Comparison,
  found: Findings,
): void {
  const { type, ...rest } = how
  for (let index = 0; index < Math.max(expected.length, got.length); index++) {
    const member = { ...withoutPlace(rest, type, index), type: childType(type, index) }
    compareMember(`${path}[${index}]`, expected[index], got[index], member, found)
  }
}

/** Within a tolerance an entry of a sparse row may be missing where it is as good as zero. */
function alignedLists(
  expected: readonly Json[],
  got: readonly Json[],
  { type, tolerance }: Comparison,
): readonly [readonly Json[], readonly Json[]] {
  const mayLack = tolerance !== undefined && type !== undefined && type.kind !== "keyed" && isSparseRow(type)
  return (mayLack ? alignEntries(expected, got, tolerance) : undefined) ?? [expected, got]
}

function compareInto(path: string, expected: Json, got: Json, how: Comparison, found: Findings): void {
  const { type, ...rest } = how
  if (isJsonList(expected) && isJsonList(got)) {
    compareLists(path, ...alignedLists(expected, got, how), how, found)
  } else if (isJsonObject(expected) && isJsonObject(got)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      const member = { ...rest, type: childType(type, name) }
      compareMember(memberPath(path, name), own(expected, name), own(got, name), member, found)
    }
  } else compareLeaves(path, expected, got, how, found)
}

/** Compares two values place by place. The paths of the differences begin with `path`. */
export function compare(path: string, expected: Json, got: Json, how: Comparison = {}): Findings {
  const found: Findings = { differences: [], largest: 0n }
  compareInto(path, expected, got, how, found)
  return found
}
