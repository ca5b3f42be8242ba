import { describe, expect, it } from "vitest"
import { blankChain } from "../state/blankChain.js"
import { netUid } from "../state/primitives.js"
import { fromHex } from "../state/scaleTypes.js"
import { TokenSymbol } from "../state/storage/subtensorModule.js"
import { nextAvailableSymbol, SYMBOLS } from "./symbols.js"

const text = (number: number) => new TextDecoder().decode(fromHex(SYMBOLS[number] ?? "0x"))

describe("symbols", () => {
  it("are 439 different ones, some of which are another script's letter", () => {
    expect(SYMBOLS).toHaveLength(439)
    expect(new Set(SYMBOLS).size).toBe(439)
    expect([0, 1, 19, 24, 25, 87, 438].map(text)).toEqual(["Τ", "α", "t", "ω", "א", "Ы", "ධ"])
  })

  it("begin each script where the table says", () => {
    const firsts = [52, 90, 97, 103, 110, 117, 123, 128, 134, 167, 211, 225, 246, 275, 319, 365, 401]
    const codePoints = firsts.map((number) => text(number).codePointAt(0)?.toString(16))
    expect(codePoints.join(" ")).toBe("627 1680 10d0 531 400 2c80 11000 db1 2c00 e01 3131 314f 12a0 905 30a2 2d30 d85")
  })
})

describe("the symbol of a new subnet", () => {
  const wearing = (...numbers: readonly number[]) => {
    const chain = blankChain()
    for (const [netuid, number] of numbers.entries()) {
      TokenSymbol.set(chain.state, netUid(1_000 + netuid), SYMBOLS[number] ?? "0x")
    }
    return chain
  }

  it("is that of its number", () => {
    expect(nextAvailableSymbol(wearing(), netUid(2))).toBe(SYMBOLS[2])
  })

  it("is the first that no subnet has where another has that of its number", () => {
    expect(nextAvailableSymbol(wearing(2), netUid(2))).toBe(SYMBOLS[1])
    expect(nextAvailableSymbol(wearing(2, 1), netUid(2))).toBe(SYMBOLS[3])
  })

  it("is root's from number 439 on, while no subnet has it", () => {
    expect(nextAvailableSymbol(wearing(), netUid(439))).toBe(SYMBOLS[0])
    expect(nextAvailableSymbol(wearing(0), netUid(439))).toBe(SYMBOLS[1])
  })

  it("is root's when all are taken, though then several have it", () => {
    expect(nextAvailableSymbol(wearing(...SYMBOLS.keys()), netUid(5))).toBe(SYMBOLS[0])
  })
})
