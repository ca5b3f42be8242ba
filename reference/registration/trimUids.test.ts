import { beforeEach, describe, expect, it } from "vitest"
import { AdminUtilsCalls } from "../state/calls.js"
import { Chain } from "../state/chain.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { alphaBalance, netUid } from "../state/primitives.js"
import {
  AssociatedEvmAddress,
  BlockAtRegistration,
  Bonds,
  Consensus,
  Emission,
  ImmuneOwnerUidsLimit,
  ImmunityPeriod,
  IsNetworkMember,
  Keys,
  LastUpdate,
  MaxAllowedUids,
  MechanismCountCurrent,
  MinAllowedUids,
  StakeWeight,
  SubnetOwnerHotkey,
  SubnetworkN,
  Tempo,
  Uids,
  Weights,
} from "../state/storage/subtensorModule.js"
import { callOf, fundedChain, resultOf } from "../state/testing/fundedChain.js"
import { mechanismStorageIndex } from "../subnets/mechanismIndex.js"
import { neuronsOf } from "../subnets/neurons.js"
import { atBlock, hotkeyOf, OWNER, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { immunePercentage, trimToMaxAllowedUids } from "./trimUids.js"

let chain: Chain
beforeEach(() => {
  chain = smallSubnet(6)
  const { state } = chain
  MinAllowedUids.set(state, SUBNET, 2)
  MaxAllowedUids.set(state, SUBNET, 10)
  ImmunityPeriod.set(state, SUBNET, 100)
  earn(5n, 1n, 4n, 1n, 3n, 1n)
})

function earn(...emissions: readonly bigint[]): void {
  Emission.set(chain.state, SUBNET, emissions.map(alphaBalance))
}

const trim = (most: number) => chain.transaction(() => trimToMaxAllowedUids(chain, SUBNET, most))
/** Which of the first neurons are left, in the order of their uids. */
const left = () =>
  neuronsOf(chain, SUBNET).map(({ hotkey }) => [0, 1, 2, 3, 4, 5].find((old) => hotkeyOf(old) === hotkey))

describe("trimming a subnet", () => {
  it("removes who earned least, of equals the highest uid first, and moves the others up", () => {
    trim(4)
    expect(left()).toEqual([0, 1, 2, 4])
    expect(SubnetworkN.get(chain.state, SUBNET)).toBe(4)
    expect(MaxAllowedUids.get(chain.state, SUBNET)).toBe(4)
    expect(Emission.get(chain.state, SUBNET)).toEqual([5n, 1n, 4n, 3n])
  })

  it("only lowers the bound where no more neurons are there", () => {
    trim(6)
    expect(left()).toEqual([0, 1, 2, 3, 4, 5])
    expect(MaxAllowedUids.get(chain.state, SUBNET)).toBe(6)
  })

  it("spares who is immune and the owner's own, whatever they earn", () => {
    BlockAtRegistration.set(chain.state, SUBNET, 5, 901n)
    BlockAtRegistration.set(chain.state, SUBNET, 3, 900n)
    ImmuneOwnerUidsLimit.set(chain.state, SUBNET, 1)
    SubnetOwnerHotkey.set(chain.state, SUBNET, hotkeyOf(1))
    trim(4)
    expect(left()).toEqual([0, 1, 2, 5])
  })

  it("forgets what belongs to those who leave", () => {
    AssociatedEvmAddress.set(chain.state, SUBNET, 5, [`0x${"11".repeat(20)}`, 7n])
    trim(5)
    expect(Uids.has(chain.state, SUBNET, hotkeyOf(5))).toBe(false)
    expect(IsNetworkMember.has(chain.state, hotkeyOf(5), SUBNET)).toBe(false)
    expect(Keys.has(chain.state, SUBNET, 5)).toBe(false)
    expect(AssociatedEvmAddress.has(chain.state, SUBNET, 5)).toBe(false)
  })

  it("lets weights and bonds of every mechanism name the new uids", () => {
    const { state } = chain
    MechanismCountCurrent.set(state, SUBNET, 2)
    const second = mechanismStorageIndex(SUBNET, 1)
    Weights.set(state, second, 4, [
      [0, 10],
      [3, 20],
      [4, 30],
    ])
    Bonds.set(state, second, 5, [[4, 1]])
    trim(4)
    expect(Weights.get(state, second, 3)).toEqual([
      [0, 10],
      [3, 30],
    ])
    expect(Weights.has(state, second, 4)).toBe(false)
    expect(Bonds.has(state, second, 5)).toBe(false)
    // Who had no row has an empty one now.
    expect(Weights.has(state, second, 0)).toBe(true)
  })

  it("shortens every list; what a list was too short for reads as nothing", () => {
    const { state } = chain
    Consensus.set(state, SUBNET, [0, 1, 2, 3, 4, 5])
    StakeWeight.set(state, SUBNET, [7])
    LastUpdate.set(state, mechanismStorageIndex(SUBNET, 0), [0n, 1n, 2n, 3n, 4n, 5n])
    trim(3)
    expect(Consensus.get(state, SUBNET)).toEqual([0, 2, 4])
    expect(StakeWeight.get(state, SUBNET)).toEqual([7, 0, 0])
    expect(LastUpdate.get(state, mechanismStorageIndex(SUBNET, 0))).toEqual([0n, 2n, 4n])
  })

  it("lets an account that moves keep its block and its address", () => {
    BlockAtRegistration.set(chain.state, SUBNET, 4, 44n)
    AssociatedEvmAddress.set(chain.state, SUBNET, 4, [`0x${"22".repeat(20)}`, 7n])
    trim(3)
    expect(BlockAtRegistration.get(chain.state, SUBNET, 2)).toBe(44n)
    expect(AssociatedEvmAddress.get(chain.state, SUBNET, 2)?.[1]).toBe(7n)
    expect(AssociatedEvmAddress.has(chain.state, SUBNET, 4)).toBe(false)
  })
})

describe("trimming is refused", () => {
  it("below the least and above the most that the subnet may have", () => {
    expect(() => trim(1)).toThrow("InvalidValue")
    expect(() => trim(11)).toThrow("InvalidValue")
    expect(() => trimToMaxAllowedUids(chain, netUid(9), 5)).toThrow("SubnetNotExists")
  })

  it("when neurons that stay would take up 80 percent of what is left", () => {
    for (const uid of [0, 1, 2, 3]) BlockAtRegistration.set(chain.state, SUBNET, uid, 950n)
    expect(() => trim(5)).toThrow("TrimmingWouldExceedMaxImmunePercentage")
    BlockAtRegistration.set(chain.state, SUBNET, 3, 1n)
    trim(4)
    expect(left()).toEqual([0, 1, 2, 4])
  })

  it("to strangers, in the freeze window, and to the owner for a month after the last time", () => {
    const funded = fundedChain(1_000n)
    chain = atBlock(new Chain(funded.fork, chain.state, chain.block), 1_000n)
    Tempo.set(chain.state, SUBNET, 360)
    const result = (origin: Origin, most = 5) =>
      resultOf(chain, origin, callOf(AdminUtilsCalls.sudo_trim_to_max_allowed_uids, { netuid: SUBNET, max_n: most }))
    expect(result(signedBy(hotkeyOf(0)))).toBe("BadOrigin")
    expect(result(signedBy(OWNER))).toBe("ok")
    chain = atBlock(chain, 1_000n + 215_999n)
    expect(result(signedBy(OWNER), 4)).toBe("SubtensorModule.TxRateLimitExceeded")
    expect(result(ROOT_ORIGIN, 4)).toBe("SubtensorModule.AdminActionProhibitedDuringWeightsWindow")
    Tempo.set(chain.state, SUBNET, 0)
    expect(result(ROOT_ORIGIN, 4)).toBe("ok")
    chain = atBlock(chain, 1_000n + 216_000n)
    expect(result(signedBy(OWNER), 3)).toBe("ok")
  })
})

describe("the percentage that must stay below 80", () => {
  it("is rounded down; more than all is all, and so is anything of nothing", () => {
    expect(immunePercentage(4, 5)).toBe(80)
    expect(immunePercentage(203, 256)).toBe(79)
    expect(immunePercentage(6, 5)).toBe(100)
    expect(immunePercentage(0, 0)).toBe(100)
  })
})
