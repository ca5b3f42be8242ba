import { describe, expect, it } from "vitest"
import { blankChain } from "./blankChain.js"
import { dispatchErrorOf, dispatchResultOf } from "./dispatchError.js"
import { palletErrors } from "./errors.js"
import { dispatchError, result } from "./namedTypes.js"
import type { ErrorName } from "./refusal.js"
import { toHex } from "./scaleTypes.js"

const chain = blankChain()
const bytesOf = (name: ErrorName) => toHex(dispatchError.encode(dispatchErrorOf(chain, name)))

describe("an error inside an event", () => {
  it("of a pallet is the pallet's index and four bytes, the first of which is the error's index", () => {
    expect(bytesOf("SubtensorModule.AmountTooLow")).toMatch(/^0x0307[0-9a-f]{2}000000$/)
    expect(bytesOf("Sudo.RequireSudo")).toBe("0x030c00000000")
    expect(palletErrors.SubtensorModule.errors.NonAssociatedColdKey).toBe(7)
    expect(bytesOf("SubtensorModule.NonAssociatedColdKey")).toBe("0x030707000000")
  })

  it.each([
    ["CannotLookup", "0x01"],
    ["BadOrigin", "0x02"],
    ["ConsumerRemaining", "0x04"],
    ["NoProviders", "0x05"],
    ["TooManyConsumers", "0x06"],
    ["Token.FundsUnavailable", "0x0700"],
    ["Token.Blocked", "0x0709"],
    ["Arithmetic.Underflow", "0x0800"],
    ["Arithmetic.DivisionByZero", "0x0802"],
    ["Transactional.NoLayer", "0x0901"],
    ["Exhausted", "0x0a"],
    ["Unavailable", "0x0c"],
    ["RootNotAllowed", "0x0d"],
  ] as const)("%s is %s", (name, bytes) => {
    expect(bytesOf(name)).toBe(bytes)
  })

  it("follows the byte 1 in a result; the byte 0 alone is ok", () => {
    expect(toHex(result.encode(dispatchResultOf(chain, { ok: true, value: undefined })))).toBe("0x00")
    expect(toHex(result.encode(dispatchResultOf(chain, { ok: false, error: "BadOrigin" })))).toBe("0x0102")
  })
})
