import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import {
  ActivityCutoffFactorMilli,
  AdminFreezeWindow,
  CommitRevealWeightsEnabled,
  LastEpochBlock,
  OwnerHyperparamRateLimit,
  PendingEpochAt,
  Tempo,
} from "../state/storage/subtensorModule.js"
import { atBlock, OWNER, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { setActivityCutoffFactor } from "./activityCutoffFactor.js"
import { isInAdminFreezeWindow } from "./freezeWindow.js"
import { setTempo } from "./tempo.js"
import { triggerEpoch } from "./triggerEpoch.js"

const BY_OWNER = signedBy(OWNER)
const BY_STRANGER = signedBy(accountOf(0x99))

// The last epoch was in block 900 and the tempo is 360: the next one by the tempo comes in block 1260.
let chain: Chain
beforeEach(() => {
  chain = smallSubnet(0)
})

describe("the freeze window", () => {
  it("begins when fewer blocks are left than it is long", () => {
    expect(isInAdminFreezeWindow(atBlock(chain, 1_250n), SUBNET)).toBe(false)
    expect(isInAdminFreezeWindow(atBlock(chain, 1_251n), SUBNET)).toBe(true)
    expect(isInAdminFreezeWindow(atBlock(chain, 2_000n), SUBNET)).toBe(true)
  })

  it("is closed until a pending epoch's block", () => {
    PendingEpochAt.set(chain.state, SUBNET, 1_001n)
    expect(isInAdminFreezeWindow(chain, SUBNET)).toBe(true)
    expect(isInAdminFreezeWindow(atBlock(chain, 1_001n), SUBNET)).toBe(false)
  })

  it("is never there with tempo 0 or length 0", () => {
    PendingEpochAt.set(chain.state, SUBNET, 2_000n)
    Tempo.set(chain.state, SUBNET, 0)
    expect(isInAdminFreezeWindow(chain, SUBNET)).toBe(false)
    PendingEpochAt.remove(chain.state, SUBNET)
    Tempo.set(chain.state, SUBNET, 360)
    AdminFreezeWindow.set(chain.state, 0)
    expect(isInAdminFreezeWindow(atBlock(chain, 2_000n), SUBNET)).toBe(false)
  })
})

describe("set_tempo", () => {
  it("sets the tempo and begins a new cycle", () => {
    setTempo(chain, BY_OWNER, SUBNET, 361)
    expect(Tempo.get(chain.state, SUBNET)).toBe(361)
    expect(LastEpochBlock.get(chain.state, SUBNET)).toBe(1_000n)
    expect(eventNames(chain)).toEqual(["SubtensorModule.TempoSet"])
  })

  it("takes 360 to 50400 blocks", () => {
    for (const tempo of [359, 50_401]) {
      expect(() => setTempo(chain, BY_OWNER, SUBNET, tempo)).toThrow("TempoOutOfBounds")
    }
    setTempo(chain, BY_OWNER, SUBNET, 50_400)
    setTempo(atBlock(chain, 2_000n), BY_OWNER, SUBNET, 360)
  })

  it("may come again after 360 blocks, and not in the freeze window", () => {
    setTempo(chain, BY_OWNER, SUBNET, 1_000)
    expect(() => setTempo(atBlock(chain, 1_359n), BY_OWNER, SUBNET, 500)).toThrow("TxRateLimitExceeded")
    setTempo(atBlock(chain, 1_360n), BY_OWNER, SUBNET, 500)
    const frozen = atBlock(chain, 1_860n)
    expect(() => setTempo(frozen, BY_OWNER, SUBNET, 500)).toThrow("AdminActionProhibitedDuringWeightsWindow")
  })

  it("asks who calls, then for bounds, window and limit", () => {
    setTempo(chain, BY_OWNER, SUBNET, 360)
    PendingEpochAt.set(chain.state, SUBNET, 2_000n)
    expect(() => setTempo(chain, BY_STRANGER, SUBNET, 1)).toThrow("BadOrigin")
    expect(() => setTempo(chain, ROOT_ORIGIN, SUBNET, 1)).toThrow("BadOrigin")
    expect(() => setTempo(chain, BY_OWNER, SUBNET, 1)).toThrow("TempoOutOfBounds")
    expect(() => setTempo(chain, BY_OWNER, SUBNET, 360)).toThrow("AdminActionProhibitedDuringWeightsWindow")
    PendingEpochAt.remove(chain.state, SUBNET)
    expect(() => setTempo(chain, BY_OWNER, SUBNET, 360)).toThrow("TxRateLimitExceeded")
  })
})

describe("set_activity_cutoff_factor", () => {
  it("takes one to fifty tempos", () => {
    for (const factor of [999, 50_001]) {
      expect(() => setActivityCutoffFactor(chain, ROOT_ORIGIN, SUBNET, factor)).toThrow("OutOfBounds")
    }
    for (const factor of [1_000, 50_000]) {
      setActivityCutoffFactor(chain, ROOT_ORIGIN, SUBNET, factor)
      expect(ActivityCutoffFactorMilli.get(chain.state, SUBNET)).toBe(factor)
    }
  })

  it("binds the owner by window and limit, root by neither", () => {
    PendingEpochAt.set(chain.state, SUBNET, 2_000n)
    setActivityCutoffFactor(chain, ROOT_ORIGIN, SUBNET, 2_000)
    expect(() => setActivityCutoffFactor(chain, BY_OWNER, SUBNET, 2_000)).toThrow("AdminActionProhibited")
    PendingEpochAt.remove(chain.state, SUBNET)
    setActivityCutoffFactor(chain, BY_OWNER, SUBNET, 2_000)
    expect(() => setActivityCutoffFactor(chain, BY_OWNER, SUBNET, 3_000)).toThrow("TxRateLimitExceeded")
    setActivityCutoffFactor(chain, ROOT_ORIGIN, SUBNET, 3_000)
    expect(() => setActivityCutoffFactor(chain, BY_STRANGER, SUBNET, 1)).toThrow("BadOrigin")
  })
})

describe("trigger_epoch", () => {
  it("calls for an epoch as many blocks ahead as the freeze window is long", () => {
    triggerEpoch(chain, BY_OWNER, SUBNET)
    expect(PendingEpochAt.get(chain.state, SUBNET)).toBe(1_010n)
    expect(eventNames(chain)).toEqual(["SubtensorModule.EpochTriggered"])
    expect(isInAdminFreezeWindow(chain, SUBNET)).toBe(true)
  })

  it("is refused when the next epoch by the tempo is nearer than the window", () => {
    expect(() => triggerEpoch(atBlock(chain, 1_251n), BY_OWNER, SUBNET)).toThrow("AutoEpochAlreadyImminent")
    triggerEpoch(atBlock(chain, 1_250n), BY_OWNER, SUBNET)
  })

  it("asks who calls, for commit-reveal, for a pending epoch, for a near one, for the limit", () => {
    const late = atBlock(chain, 1_255n)
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, true)
    triggerEpochOnce()
    expect(() => triggerEpoch(late, ROOT_ORIGIN, SUBNET)).toThrow("BadOrigin")
    expect(() => triggerEpoch(late, BY_OWNER, SUBNET)).toThrow("DynamicTempoBlockedByCommitReveal")
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, false)
    expect(() => triggerEpoch(late, BY_OWNER, SUBNET)).toThrow("EpochTriggerAlreadyPending")
    PendingEpochAt.set(chain.state, SUBNET, 0n)
    expect(() => triggerEpoch(late, BY_OWNER, SUBNET)).toThrow("AutoEpochAlreadyImminent")
    LastEpochBlock.set(chain.state, SUBNET, 1_200n)
    expect(() => triggerEpoch(late, BY_OWNER, SUBNET)).toThrow("TxRateLimitExceeded")
    OwnerHyperparamRateLimit.set(chain.state, 0)
    triggerEpoch(late, BY_OWNER, SUBNET)
  })

  function triggerEpochOnce(): void {
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, false)
    triggerEpoch(chain, BY_OWNER, SUBNET)
    CommitRevealWeightsEnabled.set(chain.state, SUBNET, true)
  }
})
