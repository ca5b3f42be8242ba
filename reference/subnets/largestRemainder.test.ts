import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { taoBalance } from "../state/primitives.js"
import { largestRemainderPortions } from "./largestRemainder.js"

const divide = (pot: bigint, weights: Readonly<Record<string, bigint>>) =>
  largestRemainderPortions(
    taoBalance(pot),
    Object.entries(weights).map(([holder, weight]) => ({ holder, weight })),
  ).map(({ holder, share }) => [holder, share])

describe("dividing a pot", () => {
  it("keeps the order of the holders where nothing is left over", () => {
    expect(divide(6n, { a: 1n, b: 2n, c: 3n })).toEqual([
      ["a", 1n],
      ["b", 2n],
      ["c", 3n],
    ])
  })

  it("gives one rao more to those who lost most to rounding, who then come first", () => {
    // 10 · 1/7 = 1 rest 3, 10 · 2/7 = 2 rest 6, 10 · 4/7 = 5 rest 5
    expect(divide(10n, { a: 1n, b: 2n, c: 4n })).toEqual([
      ["b", 3n],
      ["c", 6n],
      ["a", 1n],
    ])
  })

  it("takes equals as they were", () => {
    expect(divide(2n, { a: 1n, b: 1n, c: 1n })).toEqual([
      ["a", 1n],
      ["b", 1n],
      ["c", 0n],
    ])
  })

  it("leaves out those without weight", () => {
    expect(divide(5n, { a: 0n, b: 1n })).toEqual([["b", 5n]])
    expect(divide(5n, { a: 0n })).toEqual([])
  })

  it("gives out the whole pot, nobody one rao or more beside their part", () => {
    const weights = fc.array(fc.bigInt(1n, 2n ** 64n - 1n), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 64n - 1n), weights, (pot, list) => {
        const total = list.reduce((sum, weight) => sum + weight, 0n)
        const portions = largestRemainderPortions(
          taoBalance(pot),
          list.map((weight) => ({ holder: weight, weight })),
        )
        expect(portions.reduce((sum, { share }) => sum + share, 0n)).toBe(pot)
        for (const { holder, share } of portions) {
          const floor = (pot * holder) / total
          expect([floor, floor + 1n]).toContain(share)
        }
      }),
    )
  })
})
