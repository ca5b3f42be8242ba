import { describe, expect, it } from "vitest"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { accountOf, blankChain } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { alphaBalance, netUid, netUidStorageIndex } from "../state/primitives.js"
import * as storage from "../state/storage/subtensorModule.js"
import { distributeEmissions } from "./distribution.js"
import { laterBlock } from "./testing/laterBlock.js"

const SEVEN = netUid(7)
const INDEX = netUidStorageIndex(7)
const NOW = 1_000n
const STAKE = 1_000_000n
const [VALIDATOR, MINER, COLDKEY] = [accountOf(1), accountOf(2), accountOf(3)]

/** A validator with stake and a miner without, both of one coldkey, registered long ago. */
function chainOfTwoNeurons(): Chain {
  const chain = laterBlock(blankChain(), NOW)
  const { state } = chain
  storage.NetworksAdded.set(state, SEVEN, true)
  storage.SubnetworkN.set(state, SEVEN, 2)
  storage.CommitRevealWeightsEnabled.set(state, SEVEN, false)
  storage.ValidatorPermit.set(state, SEVEN, [true, false])
  storage.LastUpdate.set(state, INDEX, [NOW, NOW])
  for (const [uid, hotkey] of [VALIDATOR, MINER].entries()) {
    storage.Keys.set(state, SEVEN, uid, hotkey)
    storage.Uids.set(state, SEVEN, hotkey, uid)
    storage.Owner.set(state, hotkey, COLDKEY)
  }
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, VALIDATOR, COLDKEY, SEVEN, alphaBalance(STAKE))
  return chain
}

function distribute(chain: Chain): readonly bigint[] {
  const gathered = { server: alphaBalance(400n), validator: alphaBalance(300n), root: alphaBalance(100n) }
  distributeEmissions(chain, [{ netuid: SEVEN, ...gathered, ownerCut: alphaBalance(200n) }])
  return [VALIDATOR, MINER].map((hotkey) => storage.TotalHotkeyAlpha.get(chain.state, hotkey, SEVEN))
}

describe("what a subnet has gathered", () => {
  it("goes to miners for their weights and to validators for their dividends", () => {
    const chain = chainOfTwoNeurons()
    storage.Weights.set(chain.state, INDEX, 0, [[1, 65_535]])
    const [ofValidator, ofMiner] = distribute(chain)
    // The epoch divides 800 in two halves; the miner gets its half, the validator only the 300 that were gathered for it.
    expect(ofMiner).toBe(400n)
    expect(ofValidator).toBe(STAKE + 299n)
  })

  it("goes to validators altogether when nobody has weights", () => {
    const [ofValidator, ofMiner] = distribute(chainOfTwoNeurons())
    expect(ofMiner).toBe(0n)
    expect(ofValidator).toBe(STAKE + 699n)
  })

  it("is noted with the block, for the bonds of the next epoch", () => {
    const chain = chainOfTwoNeurons()
    distribute(chain)
    expect(storage.LastMechansimStepBlock.get(chain.state, SEVEN)).toBe(NOW)
  })
})
