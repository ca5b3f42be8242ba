import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, it } from "vitest"
import { emissionAt } from "../../reference/emission/curve.js"
import { readChapters } from "../clauses/readClauses.js"
import { packageFolder } from "../packageFolder.js"
import { computations } from "./computations.js"
import { inPercent, inTao, inYears } from "./numbers.js"
import { readClaims } from "./readClaims.js"

const claims = readClaims()
const clauses = new Set(readChapters().flatMap((chapter) => chapter.clauses.map(({ id }) => id)))
const index: { readonly files: readonly { readonly ids: readonly string[] }[] } = JSON.parse(
  readFileSync(join(packageFolder, "vectors", "index.json"), "utf8"),
)
const vectors = new Set(index.files.flatMap(({ ids }) => ids))

describe("the claims", () => {
  it("are of the form that the schema says, each with an id of its own", () => {
    const schema = JSON.parse(readFileSync(join(packageFolder, "spec", "claims.schema.json"), "utf8"))
    const validate = new Ajv2020({ allErrors: true }).compile(schema)
    validate({ claims })
    expect(validate.errors ?? []).toEqual([])
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length)
  })

  it("name clauses and vectors that there are", () => {
    expect(claims.flatMap((claim) => claim.clauses.filter((id) => !clauses.has(id)))).toEqual([])
    expect(claims.flatMap((claim) => claim.vectors.filter((id) => !vectors.has(id)))).toEqual([])
  })

  it("use every computation once", () => {
    expect(claims.map(({ run }) => run).sort()).toEqual([...computations.keys()].sort())
  })

  it.each(claims.map((claim) => [claim.id, claim] as const))("%s has the numbers that the model gives", (_, claim) => {
    expect(computations.get(claim.run)?.()).toEqual(claim.numbers)
  })
})

describe("the numbers of the claims", () => {
  it("count a year as 365.25 days of blocks of twelve seconds", () => {
    expect(inYears(2_629_800n)).toBe("1.00")
  })

  it("write rao as TAO without loss", () => {
    expect(inTao(1_500_000_001n)).toBe("1.500000001")
    expect(inTao(21_000_000_000_000_000n)).toBe("21000000")
  })

  it("write parts in percent", () => {
    expect(inPercent(1n, 3n)).toBe("33.33")
  })

  it("find the halving where the curve has it", () => {
    const halving = computations.get("halving")?.()[0]
    const issued = BigInt(halving?.value ?? 0) * 1_000_000_000n
    expect(emissionAt(issued - 1n)).toBe(2n * emissionAt(issued))
  })
})
