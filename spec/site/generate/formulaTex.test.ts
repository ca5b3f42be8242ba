import katex from "katex"
import { describe, expect, it } from "vitest"
import { readChapters } from "../../../harness/clauses/readClauses.js"
import { formulaTex } from "./formulaTex.js"

describe("a line of a clause that is a formula", () => {
  it.each([
    ["cut = alphaOut × c", "\\mathit{cut} = \\mathit{alphaOut} \\times c"],
    ["e = (a ÷ (a + d))^(wIn ÷ wOut)", "e = \\left(\\frac{a}{a + d}\\right)^{\\frac{\\mathit{wIn}}{\\mathit{wOut}}}"],
    ["w1 = 1 − w2", "w_{1} = 1 - w_{2}"],
    ["price = a × b ÷ c", "\\mathit{price} = \\frac{a \\times b}{c}"],
    ["total = self + Σ_q weight_q", "\\mathit{total} = \\mathit{self} + \\sum_{q} \\mathit{weight}_{q}"],
    ["beyond = a − free, not below 0", "\\mathit{beyond} = a - \\mathit{free}\\text{, not below 0}"],
    [
      "d = min(⌊v · f ÷ 2^32⌋, 7)",
      "d = \\operatorname{min}\\left(\\left\\lfloor \\frac{v \\cdot f}{2^{32}}\\right\\rfloor ,\\, 7\\right)",
    ],
  ])("%s", (line, tex) => {
    expect(formulaTex(line)).toBe(tex)
  })

  it.each([
    "members = all voters in order, below = 0",
    "The weights, w2 = 0.5, are kept",
    "a = (b",
  ])("is not one where prose stands in it: %s", (line) => {
    expect(formulaTex(line)).toBeUndefined()
  })

  it("can be typeset wherever a clause has one", () => {
    const lines = readChapters()
      .flatMap((chapter) => chapter.clauses ?? [])
      .flatMap(({ statement }) => statement.split(/\n{2,}/))
      .flatMap((block) => formulaTex(block.trim()) ?? [])
    expect(lines.length).toBeGreaterThan(20)
    for (const tex of lines) katex.renderToString(tex, { strict: "error" })
  })
})
