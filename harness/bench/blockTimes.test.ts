import { describe, expect, it } from "vitest"
import { balancer } from "../../reference/forks/balancer.js"
import { Block } from "../../reference/interface/phase.js"
import { netUid } from "../../reference/state/primitives.js"
import { Emission, LastEpochBlock } from "../../reference/state/storage/subtensorModule.js"
import { renderBlockTimePlot } from "../../reports/blockTimePlot.js"
import { author } from "../../vectors/generators/scenarios/accounts.js"
import { parentHashOf } from "../../vectors/generators/scenarios/situation.js"
import { blockTime, linearFit } from "./blockTimes.js"
import { FIRST_BLOCK, growingNetwork } from "./growingNetwork.js"

describe("the line through block times", () => {
  it("is the one that they are on", () => {
    const times = [10, 30, 110].map((subnets) => ({ subnets, milliseconds: 2 + 0.5 * subnets }))
    const fit = linearFit(times)
    expect(fit.milliseconds).toBeCloseTo(2)
    expect(fit.millisecondsPerSubnet).toBeCloseTo(0.5)
    expect(fit.explained).toBeCloseTo(1)
  })

  it("explains less where they are on a curve", () => {
    const times = [10, 100, 1000].map((subnets) => ({ subnets, milliseconds: subnets ** 3 }))
    expect(linearFit(times).explained).toBeLessThan(0.999)
  })
})

describe("the network that blocks are measured on", () => {
  it("has an epoch in a tenth of its subnets within 36 blocks, which pays their miners", () => {
    const state = growingNetwork(20)
    for (let number = FIRST_BLOCK; number < FIRST_BLOCK + 36; number++) {
      const context = { number: BigInt(number), parentHash: parentHashOf(BigInt(number)), author }
      expect(new Block(balancer, state, context).initialize()).toMatchObject({ result: "ok" })
    }
    const subnets = Array.from({ length: 20 }, (_, index) => netUid(index + 1))
    const paid = subnets.filter((netuid) => Emission.get(state, netuid).some((emission) => emission > 0n))
    expect(paid).toHaveLength(2)
    expect(paid.every((netuid) => LastEpochBlock.get(state, netuid) >= BigInt(FIRST_BLOCK))).toBe(true)
  })

  it("takes some time", () => {
    expect(blockTime(2, 2)).toMatchObject({ subnets: 2, milliseconds: expect.any(Number) })
  })
})

it("the plot shows every time and the line", () => {
  const times = [
    { subnets: 10, milliseconds: 1 },
    { subnets: 100, milliseconds: 10 },
  ]
  const plot = renderBlockTimePlot(times, linearFit(times))
  expect(plot).toMatch(/^<svg .*<\/svg>\n$/s)
  expect(plot.match(/<circle /g)).toHaveLength(2)
  expect(plot).toContain("10.0 ms")
  expect(plot).toContain('<polyline class="fit"')
})
