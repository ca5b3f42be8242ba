import { beforeEach, describe, expect, it } from "vitest"
import { eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { netUid } from "../state/primitives.js"
import {
  FirstEmissionBlockNumber,
  NetworkRegisteredAt,
  StartCallDelay,
  SubtokenEnabled,
} from "../state/storage/subtensorModule.js"
import { startCall } from "./startCall.js"
import { hotkeyOf, OWNER, SUBNET, smallSubnet } from "./testing/smallSubnet.js"

let chain: Chain
beforeEach(() => {
  chain = smallSubnet(1)
  NetworkRegisteredAt.set(chain.state, SUBNET, 400n)
  StartCallDelay.set(chain.state, 600n)
})

describe("starting a subnet", () => {
  it("lets its alpha be bought and its emission begin in the next block", () => {
    startCall(chain, signedBy(OWNER), SUBNET)
    expect(FirstEmissionBlockNumber.get(chain.state, SUBNET)).toBe(1_001n)
    expect(SubtokenEnabled.get(chain.state, SUBNET)).toBe(true)
    expect(eventNames(chain)).toEqual(["SubtensorModule.FirstEmissionBlockNumberSet"])
  })

  it("is refused for a subnet that is not there before it is asked who calls", () => {
    expect(() => startCall(chain, signedBy(hotkeyOf(0)), netUid(9))).toThrow("SubnetNotExists")
  })

  it("is the owner's right alone, not root's", () => {
    expect(() => startCall(chain, ROOT_ORIGIN, SUBNET)).toThrow("BadOrigin")
    expect(() => startCall(chain, signedBy(hotkeyOf(0)), SUBNET)).toThrow("BadOrigin")
  })

  it("can be done once, and not before the delay is over, which is asked last", () => {
    StartCallDelay.set(chain.state, 601n)
    expect(() => startCall(chain, signedBy(OWNER), SUBNET)).toThrow("NeedWaitingMoreBlocksToStarCall")
    FirstEmissionBlockNumber.set(chain.state, SUBNET, 0n)
    expect(() => startCall(chain, signedBy(OWNER), SUBNET)).toThrow("FirstEmissionBlockNumberAlreadySet")
  })
})
