import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blankChain } from "../state/blankChain.js"
import { taoBalance } from "../state/primitives.js"
import {
  BlockEmission,
  LastRateLimitedBlock,
  NetworkLastLockCost,
  NetworkMinLockCost,
} from "../state/storage/subtensorModule.js"
import { decayedLockCost, LAST_REGISTRATION, lockReductionInterval, networkLockCost } from "./lockCost.js"
import { atBlock } from "./testing/smallSubnet.js"

const TAO = 1_000_000_000n
const cost = (age: bigint, lastCost = 1_000n * TAO, reductionInterval = 100n, leastCost = 0n) =>
  decayedLockCost({
    lastCost: taoBalance(lastCost),
    leastCost: taoBalance(leastCost),
    factor: 2n,
    reductionInterval,
    age,
  })

describe("what registering a subnet costs", () => {
  it("is twice what the last one cost right after it, and as much as it after the interval", () => {
    expect(cost(0n)).toBe(2_000n * TAO)
    expect(cost(100n)).toBe(1_000n * TAO)
    expect(cost(200n)).toBe(0n)
    expect(cost(201n)).toBe(0n)
  })

  it("never falls below the least", () => {
    expect(cost(200n, 1_000n * TAO, 100n, 7n)).toBe(7n)
  })

  it("falls by what the quotient rounds down to, and not at all for an interval of 0 or above the last cost", () => {
    expect(cost(10n, 199n, 100n)).toBe(2n * 199n - 10n)
    expect(cost(10n, 199n, 0n)).toBe(2n * 199n)
    expect(cost(10n, 99n, 100n)).toBe(2n * 99n)
  })

  it("never rises with time", () => {
    const amounts = fc.record({ last: fc.bigInt(0n, 2n ** 62n), interval: fc.bigInt(0n, 10n ** 6n) })
    fc.assert(
      fc.property(amounts, fc.bigInt(0n, 10n ** 6n), ({ last, interval }, age) => {
        expect(cost(age + 1n, last, interval) <= cost(age, last, interval)).toBe(true)
      }),
    )
  })

  it("is what the last one cost before any subnet was registered, and twice that afterwards", () => {
    const chain = atBlock(blankChain(), 50n)
    NetworkLastLockCost.set(chain.state, taoBalance(10n * TAO))
    NetworkMinLockCost.set(chain.state, taoBalance(1n))
    // 50 blocks have passed since block 0, though nothing happened in it.
    expect(networkLockCost(chain)).toBe(10n * TAO - 50n * ((10n * TAO) / 100_800n))
    LastRateLimitedBlock.set(chain.state, LAST_REGISTRATION, 50n)
    expect(networkLockCost(chain)).toBe(20n * TAO)
  })

  it("falls twice as fast when a block emits half", () => {
    expect(lockReductionInterval(100_800n, taoBalance(TAO))).toBe(100_800n)
    expect(lockReductionInterval(100_800n, taoBalance(TAO / 2n))).toBe(50_400n)
    expect(lockReductionInterval(7n, taoBalance(TAO / 2n))).toBe(3n)
    expect(lockReductionInterval(7n, taoBalance(0n))).toBe(0n)
  })

  it("leaves in storage what a block emits", () => {
    const chain = blankChain()
    BlockEmission.set(chain.state, 5n)
    networkLockCost(chain)
    expect(BlockEmission.get(chain.state)).toBe(TAO)
  })
})
