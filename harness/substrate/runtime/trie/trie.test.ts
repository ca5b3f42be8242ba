import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Hex, toHex } from "../../../../reference/state/scaleTypes.js"
import { rootElsewhere } from "../fixtures/otherExecutor.js"
import { rootOf, Trie } from "./trie.js"

const entries = fc.uniqueArray(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 70 })), {
  selector: ([key]) => toHex(key),
  maxLength: 25,
})
const digits = (key: Uint8Array) => toHex(key).slice(2)

describe("the trie", () => {
  it("of nothing has the hash of the empty node as its root", () => {
    expect(toHex(rootOf([], 1))).toBe("0x03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314")
  })

  it.each([0, 1] as const)("of state version %d has the root that another implementation computes", async (version) => {
    await fc.assert(
      fc.asyncProperty(entries, async (pairs) => {
        const here = rootOf(
          pairs.map(([key, value]) => [digits(key), value] as const),
          version,
        )
        const elsewhere = await rootElsewhere(
          pairs.map(([key, value]): [Hex, Hex] => [toHex(key), toHex(value)]),
          version,
        )
        expect(toHex(here)).toBe(elsewhere)
      }),
      { numRuns: 40 },
    )
  })

  it("has the same root however its entries came and went", () => {
    fc.assert(
      fc.property(entries, entries, (kept, gone) => {
        const trie = new Trie(1)
        for (const [key, value] of [...gone, ...kept]) trie.put(digits(key), value)
        trie.root()
        const stay = new Set(kept.map(([key]) => digits(key)))
        for (const [key] of gone) if (!stay.has(digits(key))) trie.put(digits(key), undefined)
        const anew = kept.map(([key, value]) => [digits(key), value] as const)
        expect(toHex(trie.root())).toBe(toHex(rootOf(anew, 1)))
      }),
    )
  })
})
