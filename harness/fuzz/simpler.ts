/** More levels of halving than any list has. */
const LEVELS = 32

/**
 * Where simplifying goes on when a simpler value was taken: which of several stages, and where within it. Empty is the
 * beginning. So no stage is gone through again for every success, and each number is searched by halving.
 */
export type Place = readonly number[]

/** A simpler value, and where to go on from it. */
export interface Simpler<T> {
  readonly value: T
  readonly next: Place
}

/** Simpler values than one that is known, from a place on. */
export type Simplifier<T> = (from: Place) => Iterable<Simpler<T>>

/** Stages one after the other, each from its beginning but for the one that the place is in. */
export function* inStages<T>(
  from: Place,
  count: number,
  stage: (index: number) => Simplifier<T>,
): Generator<Simpler<T>> {
  const [first = 0, ...within] = from
  for (let index = first; index < count; index++) {
    for (const { value, next } of stage(index)(index === first ? within : [])) yield { value, next: [index, ...next] }
  }
}

/** These stages one after the other. */
export function inListedStages<T>(stages: readonly Simplifier<T>[]): Simplifier<T> {
  return (from) => inStages(from, stages.length, (index) => stages[index] ?? (() => []))
}

/** The same values in another form. */
export function mapped<From, To>(simplifier: Simplifier<From>, to: (value: From) => To): Simplifier<To> {
  return function* (from) {
    for (const { value, next } of simplifier(from)) yield { value: to(value), next }
  }
}

/** Values from a list; a taken one is not gone back on. */
export function fromList<T>(values: readonly T[]): Simplifier<T> {
  return function* ([first = 0]) {
    for (const [index, value] of values.entries()) if (index >= first) yield { value, next: [index + 1] }
  }
}

/**
 * The list without some of its members, from its end on: without as many as the largest power of two that it has, then
 * half as many, and at last without one.
 */
export function shorterLists<T>(list: readonly T[]): Simplifier<readonly T[]> {
  return function* ([firstLevel = 0, firstPart = 0]) {
    const levels = list.length === 0 ? 0 : Math.floor(Math.log2(list.length)) + 1
    for (let level = Math.max(firstLevel, LEVELS - levels); level < LEVELS; level++) {
      const size = 2 ** (LEVELS - 1 - level)
      for (let part = level === firstLevel ? firstPart : 0; part * size < list.length; part++) {
        const end = list.length - part * size
        const value = [...list.slice(0, Math.max(0, end - size)), ...list.slice(end)]
        yield { value, next: [level, part] }
      }
    }
  }
}

/** The list with one of its members made simpler. */
export function simplerMembers<T>(
  list: readonly T[],
  simplify: (member: T, index: number) => Simplifier<T>,
): Simplifier<readonly T[]> {
  return (from) =>
    inStages(from, list.length, (index) => {
      const member = list[index]
      if (member === undefined) return () => []
      return mapped(simplify(member, index), (value) => list.with(index, value))
    })
}
