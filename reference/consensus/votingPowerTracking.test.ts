import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import {
  VotingPowerDisableAtBlock,
  VotingPowerEmaAlpha,
  VotingPowerTrackingEnabled,
} from "../state/storage/subtensorModule.js"
import { atBlock, OWNER, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { disableVotingPowerTracking, enableVotingPowerTracking, setVotingPowerEmaAlpha } from "./votingPowerTracking.js"

const STRANGER = signedBy(accountOf(0x99))

let chain: Chain
beforeEach(() => {
  chain = smallSubnet(0)
})

describe("the tracking of voting power", () => {
  it("stops 100,800 blocks after the last call that wants it to", () => {
    enableVotingPowerTracking(chain, signedBy(OWNER), SUBNET)
    disableVotingPowerTracking(chain, ROOT_ORIGIN, SUBNET)
    expect(VotingPowerDisableAtBlock.get(chain.state, SUBNET)).toBe(101_800n)
    disableVotingPowerTracking(atBlock(chain, 2_000n), signedBy(OWNER), SUBNET)
    expect(VotingPowerDisableAtBlock.get(chain.state, SUBNET)).toBe(102_800n)
    expect(VotingPowerTrackingEnabled.get(chain.state, SUBNET)).toBe(true)
    expect(eventNames(chain)).toEqual([
      "SubtensorModule.VotingPowerTrackingEnabled",
      "SubtensorModule.VotingPowerTrackingDisableScheduled",
    ])
  })

  it("goes on when it is enabled again", () => {
    enableVotingPowerTracking(chain, ROOT_ORIGIN, SUBNET)
    disableVotingPowerTracking(chain, ROOT_ORIGIN, SUBNET)
    enableVotingPowerTracking(chain, ROOT_ORIGIN, SUBNET)
    expect(VotingPowerDisableAtBlock.has(chain.state, SUBNET)).toBe(false)
  })

  it("is the owner's and root's to switch, and cannot stop before it began", () => {
    expect(() => enableVotingPowerTracking(chain, STRANGER, SUBNET)).toThrow("BadOrigin")
    expect(() => disableVotingPowerTracking(chain, STRANGER, SUBNET)).toThrow("BadOrigin")
    expect(() => disableVotingPowerTracking(chain, ROOT_ORIGIN, SUBNET)).toThrow("VotingPowerTrackingNotEnabled")
  })
})

describe("the weight of an epoch's stake in voting power", () => {
  it("is set by root, up to one", () => {
    const one = 10n ** 18n
    setVotingPowerEmaAlpha(chain, ROOT_ORIGIN, SUBNET, one)
    expect(VotingPowerEmaAlpha.get(chain.state, SUBNET)).toBe(one)
    expect(eventNames(chain)).toEqual(["SubtensorModule.VotingPowerEmaAlphaSet"])
    expect(() => setVotingPowerEmaAlpha(chain, signedBy(OWNER), SUBNET, one + 1n)).toThrow("BadOrigin")
    expect(() => setVotingPowerEmaAlpha(chain, ROOT_ORIGIN, SUBNET, one + 1n)).toThrow("InvalidVotingPowerEmaAlpha")
  })
})
