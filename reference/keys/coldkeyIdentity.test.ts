import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, blankChain, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { netUid } from "../state/primitives.js"
import type { Hex } from "../state/scaleTypes.js"
import { IdentitiesV2, IsNetworkMember, OwnedHotkeys } from "../state/storage/subtensorModule.js"
import { type ColdkeyIdentity, isColdkeyIdentity, setIdentity } from "./coldkeyIdentity.js"

const [COLDKEY, IDLE, NEURON] = [accountOf(1), accountOf(2), accountOf(3)]
const NOTHING: ColdkeyIdentity = {
  name: "0x",
  url: "0x",
  github_repo: "0x",
  image: "0x",
  discord: "0x",
  description: "0x",
  additional: "0x",
}

const bytes = (count: number): Hex => `0x${"61".repeat(count)}`

let chain: Chain
beforeEach(() => {
  chain = blankChain()
  OwnedHotkeys.set(chain.state, COLDKEY, [IDLE, NEURON])
  IsNetworkMember.set(chain.state, IDLE, netUid(4), false)
})

describe("the identity of a coldkey", () => {
  it("is stored if one of its hotkeys is a neuron somewhere; it may be empty", () => {
    expect(() => setIdentity(chain, signedBy(COLDKEY), NOTHING)).toThrow("HotKeyNotRegisteredInNetwork")
    IsNetworkMember.set(chain.state, NEURON, netUid(5), true)
    setIdentity(chain, signedBy(COLDKEY), NOTHING)
    expect(IdentitiesV2.get(chain.state, COLDKEY)).toEqual(NOTHING)
    expect(eventNames(chain)).toEqual(["SubtensorModule.ChainIdentitySet"])
  })

  it("is refused in the order of its checks", () => {
    const tooLong = { ...NOTHING, name: bytes(257) }
    expect(() => setIdentity(chain, ROOT_ORIGIN, tooLong)).toThrow("BadOrigin")
    expect(() => setIdentity(chain, signedBy(COLDKEY), tooLong)).toThrow("HotKeyNotRegisteredInNetwork")
    IsNetworkMember.set(chain.state, NEURON, netUid(5), true)
    expect(() => setIdentity(chain, signedBy(COLDKEY), tooLong)).toThrow("InvalidIdentity")
  })

  it.each([
    ["name", 256],
    ["url", 256],
    ["github_repo", 256],
    ["image", 1_024],
    ["discord", 256],
    ["description", 1_024],
    ["additional", 1_024],
  ])("has a %s of at most %i bytes", (part, most) => {
    expect(isColdkeyIdentity({ ...NOTHING, [part]: bytes(most) })).toBe(true)
    expect(isColdkeyIdentity({ ...NOTHING, [part]: bytes(most + 1) })).toBe(false)
  })
})
