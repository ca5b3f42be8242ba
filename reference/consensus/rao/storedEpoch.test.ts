import { describe, expect, it } from "vitest"
import { laterBlock } from "../../coinbase/testing/laterBlock.js"
import { accountOf, blankRaoChain } from "../../state/blankChain.js"
import { alphaBalance, netUid, netUidStorageIndex, ROOT } from "../../state/primitives.js"
import * as only from "../../state/rao/storage/subtensorModule.js"
import * as storage from "../../state/storage/subtensorModule.js"
import { epoch } from "./storedEpoch.js"

const SEVEN = netUid(7)
const INDEX = netUidStorageIndex(7)
const [VALIDATOR, MINER] = [accountOf(2), accountOf(1)]

function chainOfTwoNeurons() {
  const chain = laterBlock(blankRaoChain(), 1_000n)
  const { state } = chain
  storage.SubnetworkN.set(state, SEVEN, 2)
  storage.MaxAllowedValidators.set(state, SEVEN, 1)
  storage.ValidatorPermit.set(state, SEVEN, [true, true])
  storage.LastUpdate.set(state, INDEX, [900n, 900n])
  storage.Weights.set(state, INDEX, 0, [[1, 65_535]])
  storage.Bonds.set(state, INDEX, 1, [[0, 5]])
  storage.Keys.set(state, SEVEN, 0, VALIDATOR)
  storage.Keys.set(state, SEVEN, 1, MINER)
  storage.TotalHotkeyAlpha.set(state, VALIDATOR, SEVEN, alphaBalance(1_000n))
  return chain
}

describe("a subnet's epoch", () => {
  it("gives each hotkey what its uid earned, in order of the hotkeys", () => {
    expect(epoch(chainOfTwoNeurons(), SEVEN, alphaBalance(100n))).toEqual([
      { hotkey: MINER, serverEmission: 50n, validatorEmission: 0n },
      { hotkey: VALIDATOR, serverEmission: 0n, validatorEmission: 50n },
    ])
  })

  it("stores ranks, trust and pruning scores beside the rest, without an event", () => {
    const chain = chainOfTwoNeurons()
    const { state } = chain
    epoch(chain, SEVEN, alphaBalance(100n))
    expect(storage.Incentive.get(state, INDEX)).toEqual([0, 65_535])
    expect(only.Rank.get(state, SEVEN)).toEqual([0, 65_535])
    expect(only.Trust.get(state, SEVEN)).toEqual([0, 65_535])
    expect(only.PruningScores.get(state, SEVEN)).toEqual([65_535, 65_535])
    expect(storage.Emission.get(state, SEVEN)).toEqual([50n, 50n])
    expect(storage.ValidatorPermit.get(state, SEVEN)).toEqual([true, false])
    expect(storage.Bonds.entriesUnder(state, INDEX)).toEqual([
      [0, [[1, 65_535]]],
      [1, []],
    ])
    expect(chain.events).toEqual([])
  })

  it("does not touch the bonds of who has had no permit", () => {
    const chain = chainOfTwoNeurons()
    storage.ValidatorPermit.set(chain.state, SEVEN, [true, false])
    epoch(chain, SEVEN, alphaBalance(100n))
    expect(storage.Bonds.get(chain.state, INDEX, 1)).toEqual([[0, 5]])
  })

  it("weighs stake on root by the weight of TAO", () => {
    const chain = chainOfTwoNeurons()
    storage.TaoWeight.set(chain.state, (1n << 64n) - 1n)
    storage.TotalHotkeyAlpha.set(chain.state, MINER, ROOT, alphaBalance(3_000n))
    epoch(chain, SEVEN, alphaBalance(100n))
    expect(storage.StakeWeight.get(chain.state, SEVEN)).toEqual([16_383, 49_151])
  })
})
