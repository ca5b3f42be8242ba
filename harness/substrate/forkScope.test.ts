import { describe, expect, it } from "vitest"
import { forkOf } from "./forkScope.js"

const subtensor = (specVersion: number) => forkOf({ specName: "node-subtensor", specVersion })

describe("the fork that a chain is judged by", () => {
  it.each([
    [261, "rao"],
    [377, "taoflow"],
    [425, "balancer"],
  ])("is the one that has spec_version %i", (specVersion, fork) => {
    expect(subtensor(specVersion)).toBe(fork)
  })

  it("is the newest one for a runtime that is newer than all", () => {
    expect(subtensor(426)).toBe("balancer")
  })

  it("is its own for another chain, and for a version before every fork", () => {
    expect(forkOf({ specName: "statemine", specVersion: 425 })).toBe("statemine-425")
    expect(subtensor(1)).toBe("node-subtensor-1")
  })
})
