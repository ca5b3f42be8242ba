import { describe, expect, it } from "vitest"
import { I32F32 } from "../numbers/formats.js"
import known from "./knownEpochs.json" with { type: "json" }
import { expSafe } from "./liquidAlpha.js"
import { epochFunctions } from "./publicFunctions/epoch.js"

const epoch = epochFunctions.find(({ name }) => name === "consensus.epoch")

describe("an epoch gives what the chain's own arithmetic gives", () => {
  for (const [index, { input, checkpoints, amounts }] of known.epochs.entries()) {
    const form = input.yuma3 ? "Yuma 3" : "Yuma"
    it(`${form}, liquid alpha ${input.liquidAlpha}, penalty ${input.bondsPenalty} (${index})`, () => {
      const answer = epoch?.call(input)
      expect(answer).toMatchObject({ ok: amounts, checkpoints })
    })
  }
})

describe("the exponential", () => {
  it.each(known.expSafe)("of %s is %s", (input, expected) => {
    expect(expSafe(I32F32.fromBits(BigInt(input ?? "")))).toBe(BigInt(expected ?? ""))
  })
})
