import { describe, expect, it } from "vitest"
import { creditShare } from "../../staking/stake.js"
import { accountOf, blankRaoChain } from "../../state/blankChain.js"
import type { Chain } from "../../state/chain.js"
import { alphaBalance, netUid, netUidStorageIndex, ROOT, taoBalance } from "../../state/primitives.js"
import * as only from "../../state/rao/storage/subtensorModule.js"
import * as storage from "../../state/storage/subtensorModule.js"
import { laterBlock } from "../testing/laterBlock.js"
import { blockStep } from "./blockStep.js"
import { distributeEmission, validatorsAlpha } from "./distribution.js"
import { runDueEpoch } from "./dueEpoch.js"

const SEVEN = netUid(7)
const INDEX = netUidStorageIndex(7)
const NOW = 1_000n
const STAKE = 1_000_000n
const [VALIDATOR, MINER, COLDKEY] = [accountOf(1), accountOf(2), accountOf(3)]
/** A tempo with which no epoch of subnet 7 is due in the block of the tests: (1000 + 7 + 1) mod (143 + 1) is 0. */
const NOT_DUE = 143
/** And one with which one is: (1000 + 7 + 1) mod (1008 + 1) is 1008. */
const DUE = 1_008

/** A validator with stake on the subnet and on root, and a miner without, both of one coldkey. */
function chainOfTwoNeurons(): Chain {
  const chain = laterBlock(blankRaoChain(), NOW)
  const { state } = chain
  storage.NetworksAdded.set(state, SEVEN, true)
  storage.SubnetworkN.set(state, SEVEN, 2)
  storage.ValidatorPermit.set(state, SEVEN, [true, false])
  storage.LastUpdate.set(state, INDEX, [NOW, NOW])
  storage.TaoWeight.set(state, (1n << 64n) - 1n)
  for (const [uid, hotkey] of [VALIDATOR, MINER].entries()) {
    storage.Keys.set(state, SEVEN, uid, hotkey)
    storage.Uids.set(state, SEVEN, hotkey, uid)
    storage.Owner.set(state, hotkey, COLDKEY)
    storage.Delegates.set(state, hotkey, 0)
  }
  for (const netuid of [SEVEN, ROOT]) {
    creditShare(chain, VALIDATOR, COLDKEY, netuid, alphaBalance(STAKE))
  }
  return chain
}

const gathered = {
  alpha: alphaBalance(900n),
  alphaSold: alphaBalance(100n),
  rootTao: taoBalance(60n),
  ownerCut: alphaBalance(200n),
}

const stakes = ({ state }: Chain) =>
  [VALIDATOR, MINER].map((hotkey) => storage.TotalHotkeyAlpha.get(state, hotkey, SEVEN))

describe("the validators' alpha", () => {
  it("is half of all that was gathered, less what was sold", () => {
    expect(validatorsAlpha(alphaBalance(900n), alphaBalance(100n))).toBe(400n)
    expect(validatorsAlpha(alphaBalance(901n), alphaBalance(100n))).toBe(400n)
  })

  it("is nothing where more was sold than that", () => {
    expect(validatorsAlpha(alphaBalance(1n), alphaBalance(100n))).toBe(0n)
  })
})

describe("what a subnet has gathered", () => {
  it("goes to miners for their weights, and to validators for their dividends", () => {
    const chain = chainOfTwoNeurons()
    storage.Weights.set(chain.state, INDEX, 0, [[1, 65_535]])
    distributeEmission(chain, SEVEN, gathered)
    // The epoch divides 1000 in two halves; the miner gets its half, the validator the 400 that are left to it.
    expect(stakes(chain)).toEqual([STAKE + 400n, 500n])
  })

  it("goes to validators altogether where nobody has weights", () => {
    const chain = chainOfTwoNeurons()
    distributeEmission(chain, SEVEN, gathered)
    expect(stakes(chain)).toEqual([STAKE + 900n, 0n])
  })

  it("brings stake on root its TAO, which SubnetTAO does not count", () => {
    const chain = chainOfTwoNeurons()
    distributeEmission(chain, SEVEN, gathered)
    expect(storage.TotalHotkeyAlpha.get(chain.state, VALIDATOR, ROOT)).toBe(STAKE + 60n)
    expect(only.TaoDividendsPerSubnet.get(chain.state, SEVEN, VALIDATOR)).toBe(60n)
    expect(storage.AlphaDividendsPerSubnet.get(chain.state, SEVEN, VALIDATOR)).toBe(900n)
    expect(storage.TotalHotkeyAlphaLastEpoch.get(chain.state, VALIDATOR, SEVEN)).toBe(STAKE + 900n)
    expect(storage.SubnetTAO.get(chain.state, ROOT)).toBe(0n)
  })

  it("leaves the owner its cut, but not what its hotkey mined", () => {
    const chain = chainOfTwoNeurons()
    storage.Weights.set(chain.state, INDEX, 0, [[1, 65_535]])
    storage.SubnetOwner.set(chain.state, SEVEN, COLDKEY)
    storage.SubnetOwnerHotkey.set(chain.state, SEVEN, MINER)
    distributeEmission(chain, SEVEN, gathered)
    expect(stakes(chain)).toEqual([STAKE + 400n, 200n])
  })

  it("leaves the validator its take of what others staked with it", () => {
    const chain = chainOfTwoNeurons()
    const nominator = accountOf(9)
    storage.Delegates.set(chain.state, VALIDATOR, 65_535)
    creditShare(chain, VALIDATOR, nominator, SEVEN, alphaBalance(STAKE))
    distributeEmission(chain, SEVEN, gathered)
    expect(storage.AlphaDividendsPerSubnet.get(chain.state, SEVEN, VALIDATOR)).toBe(0n)
    expect(stakes(chain)[0]).toBe(2n * STAKE + 900n)
  })

  it("goes by the childkey take that is stored, without a least", () => {
    const chain = chainOfTwoNeurons()
    const parent = accountOf(8)
    storage.Owner.set(chain.state, parent, accountOf(9))
    storage.TotalHotkeyAlpha.set(chain.state, parent, SEVEN, alphaBalance(2n * STAKE))
    storage.ParentKeys.set(chain.state, VALIDATOR, SEVEN, [[(1n << 64n) - 1n, parent]])
    storage.MinChildkeyTake.set(chain.state, 65_535)
    storage.ChildkeyTake.set(chain.state, VALIDATOR, SEVEN, 0)
    distributeEmission(chain, SEVEN, { ...gathered, rootTao: taoBalance(0n) })
    expect(storage.AlphaDividendsPerSubnet.get(chain.state, SEVEN, parent)).toBeGreaterThan(0n)
  })
})

describe("a subnet's turn in a block", () => {
  function turn(tempo: number): Chain {
    const chain = chainOfTwoNeurons()
    storage.Tempo.set(chain.state, SEVEN, tempo)
    storage.BlocksSinceLastStep.set(chain.state, SEVEN, 41n)
    only.PendingEmission.set(chain.state, SEVEN, gathered.alpha)
    runDueEpoch(chain, SEVEN)
    return chain
  }

  it("counts the block where no epoch is due", () => {
    const { state } = turn(NOT_DUE)
    expect(storage.BlocksSinceLastStep.get(state, SEVEN)).toBe(42n)
    expect(only.PendingEmission.get(state, SEVEN)).toBe(900n)
  })

  it("gives out what was gathered where one is, and counts anew", () => {
    const chain = turn(DUE)
    expect(storage.BlocksSinceLastStep.get(chain.state, SEVEN)).toBe(0n)
    expect(storage.LastMechansimStepBlock.get(chain.state, SEVEN)).toBe(NOW)
    expect(only.PendingEmission.get(chain.state, SEVEN)).toBe(0n)
    expect(stakes(chain)[0]).toBe(STAKE + 900n)
  })
})

describe("a block step", () => {
  it("sets the children that wait on a network whose epoch is due, on root too", () => {
    const chain = laterBlock(blankRaoChain(), NOW)
    storage.NetworksAdded.set(chain.state, ROOT, true)
    storage.Tempo.set(chain.state, ROOT, 1_001)
    storage.PendingChildKeys.set(chain.state, ROOT, VALIDATOR, [[[5n, MINER]], NOW - 1n])
    blockStep(chain)
    expect(storage.ChildKeys.get(chain.state, VALIDATOR, ROOT)).toEqual([[5n, MINER]])
  })
})
