import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { consensusCodec } from "../consensus/consensusCase.js"
import { halvingCodec } from "../halving/halvingCase.js"
import { poolCodec } from "../pool/poolCase.js"
import { pagesUnderTest } from "../testing/cases.js"
import { AddressError } from "./field.js"

describe("the address of a live page", () => {
  for (const { page, returns, initial, reencode } of pagesUnderTest((a, b) => expect(a).toEqual(b))) {
    it(`gives back every case of ${page}`, () => {
      fc.assert(returns, { numRuns: 200 })
    })

    it(`stands for the case that ${page} begins with when it says nothing`, () => {
      expect(reencode("")).toBe(initial)
      expect(reencode("from=a-letter")).toBe(initial)
    })
  }

  it("needs no character to be escaped", () => {
    expect(consensusCodec.encode(consensusCodec.initial)).toMatch(/^[A-Za-z0-9=&._-]+$/)
  })

  it("never fails otherwise than by saying what is wrong, whatever it holds", () => {
    const query = fc.tuple(fc.constantFrom(...Object.keys(consensusCodec.initial)), fc.string({ unit: "binary" }))
    fc.assert(
      fc.property(query, ([name, text]) => {
        try {
          consensusCodec.decode(new URLSearchParams({ [name]: text }).toString())
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AddressError)
        }
      }),
    )
  })

  const wrong: readonly (readonly [query: string, decode: (query: string) => unknown, message: string])[] = [
    ["issuance=ten", halvingCodec.decode, "issuance=ten is not a whole number"],
    ["issuance=-1", halvingCodec.decode, "issuance=-1 is below 0"],
    [
      "issuance=18446744073709551616",
      halvingCodec.decode,
      "issuance=18446744073709551616 is above 18446744073709551615",
    ],
    ["fork=ethereum", poolCodec.decode, "fork=ethereum is none of balancer, rao"],
    ["yuma3=yes", consensusCodec.decode, "yuma3=yes is neither 0 nor 1"],
    ["kappa=65536", consensusCodec.decode, "kappa=65536 is above 65535"],
    ["stakes=1.2.3.x", consensusCodec.decode, 'stakes=1.2.3.x has "x", which is not a whole number'],
    ["stakes=1.2", consensusCodec.decode, "stakes, weights and bonds are not of the same number of validators"],
    [
      "weights=1.2.3.4_1.2.3.4_1.2.3.4_1.2.3",
      consensusCodec.decode,
      "the rows of weights and bonds are not of the same number of miners",
    ],
  ]
  it.each(wrong)("%s is refused", (query, decode, message) => {
    expect(() => decode(query)).toThrow(new AddressError(message))
  })
})
