import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { SafeFloat } from "../numbers/safeFloat.js"
import { accountOf, blankChain } from "../state/blankChain.js"
import { netUid, ROOT } from "../state/primitives.js"
import {
  AlphaV2,
  AlphaV2MapLastKey,
  NumStakingColdkeys,
  StakingColdkeys,
  StakingColdkeysByIndex,
} from "../state/storage/subtensorModule.js"
import { populateRootColdkeys } from "./populateRootColdkeys.js"
import { addStakingColdkey, removeStakingColdkey } from "./stakingColdkeys.js"

describe("the numbers of coldkeys that stake on root", () => {
  it("are 0, 1, 2, … without gaps, both ways, whoever comes and goes", () => {
    const moves = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 6 })), { maxLength: 40 })
    fc.assert(
      fc.property(moves, (list) => {
        const chain = blankChain()
        const present = new Set<string>()
        for (const [joins, byte] of list) {
          const coldkey = accountOf(byte)
          if (joins) addStakingColdkey(chain, coldkey)
          else removeStakingColdkey(chain, coldkey)
          if (joins) present.add(coldkey)
          else present.delete(coldkey)
        }
        const count = NumStakingColdkeys.get(chain.state)
        const numbers = StakingColdkeys.entries(chain.state)
        expect(new Set(numbers.map(([coldkey]) => coldkey))).toEqual(present)
        expect(count).toBe(BigInt(present.size))
        expect(StakingColdkeysByIndex.entries(chain.state)).toHaveLength(present.size)
        for (const [coldkey, number] of numbers) {
          expect(StakingColdkeysByIndex.get(chain.state, number)).toBe(coldkey)
          expect(number).toBeLessThan(count)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe("looking for coldkeys that stake on root", () => {
  const share = SafeFloat.fromU64(1n)

  it("takes 30 keys a block, remembers the last, and begins anew after a short batch", () => {
    const chain = blankChain()
    for (let byte = 1; byte <= 70; byte++) AlphaV2.set(chain.state, accountOf(200), accountOf(byte), ROOT, share)
    const found = []
    for (let block = 0; block < 4; block++) {
      populateRootColdkeys(chain)
      found.push(NumStakingColdkeys.get(chain.state))
      if (block === 2) expect(AlphaV2MapLastKey.get(chain.state)).toBeUndefined()
    }
    expect(found).toEqual([30n, 60n, 70n, 70n])
    expect(AlphaV2MapLastKey.get(chain.state)).toBeDefined()
  })

  it("passes over stake on other networks", () => {
    const chain = blankChain()
    AlphaV2.set(chain.state, accountOf(1), accountOf(2), netUid(7), share)
    populateRootColdkeys(chain)
    expect(NumStakingColdkeys.get(chain.state)).toBe(0n)
    expect(AlphaV2MapLastKey.has(chain.state)).toBe(true)
  })

  it("writes nothing where nobody stakes", () => {
    const chain = blankChain()
    populateRootColdkeys(chain)
    expect(AlphaV2MapLastKey.has(chain.state)).toBe(false)
  })

  it("goes on after a remembered key that is gone", () => {
    const chain = blankChain()
    for (let byte = 1; byte <= 31; byte++) AlphaV2.set(chain.state, accountOf(200), accountOf(byte), ROOT, share)
    populateRootColdkeys(chain)
    const [last] = AlphaV2.keysAfter(chain.state, undefined, 30).slice(-1)
    if (last === undefined) throw new Error("no key")
    AlphaV2.remove(chain.state, ...last.keys)
    populateRootColdkeys(chain)
    expect(NumStakingColdkeys.get(chain.state)).toBe(31n)
  })
})
