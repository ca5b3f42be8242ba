import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { netUid } from "../state/primitives.js"
import { SubnetIdentitiesV3, TokenSymbol } from "../state/storage/subtensorModule.js"
import { setSubnetIdentity, updateSymbol } from "./presentation.js"
import type { SubnetIdentity } from "./subnetIdentity.js"
import { OWNER, SUBNET, smallSubnet } from "./testing/smallSubnet.js"

const STRANGER = signedBy(accountOf(0x99))
const IDENTITY: SubnetIdentity = {
  subnet_name: "0x61",
  github_repo: "0x",
  subnet_contact: "0x",
  subnet_url: "0x",
  discord: "0x",
  description: "0x",
  logo_url: "0x",
  additional: "0x",
}

let chain: Chain
beforeEach(() => {
  chain = smallSubnet(0)
})

describe("the identity of a subnet", () => {
  it("is what its owner says", () => {
    setSubnetIdentity(chain, signedBy(OWNER), SUBNET, IDENTITY)
    expect(SubnetIdentitiesV3.get(chain.state, SUBNET)).toEqual(IDENTITY)
    expect(eventNames(chain)).toEqual(["SubtensorModule.SubnetIdentitySet"])
  })

  it("is refused to others, root among them, before it is looked at", () => {
    const tooLong = { ...IDENTITY, discord: `0x${"61".repeat(257)}` } as const
    expect(() => setSubnetIdentity(chain, ROOT_ORIGIN, SUBNET, tooLong)).toThrow("BadOrigin")
    expect(() => setSubnetIdentity(chain, STRANGER, SUBNET, tooLong)).toThrow("NotSubnetOwner")
    expect(() => setSubnetIdentity(chain, signedBy(OWNER), SUBNET, tooLong)).toThrow("InvalidIdentity")
  })
})

describe("the symbol of a subnet's token", () => {
  const [TAU, ALPHA, LATIN_A] = ["0xcea4", "0xceb1", "0x61"] as const

  it("is one of the list that no other token has", () => {
    updateSymbol(chain, signedBy(OWNER), SUBNET, ALPHA)
    expect(TokenSymbol.get(chain.state, SUBNET)).toBe(ALPHA)
    expect(eventNames(chain)).toEqual(["SubtensorModule.SymbolUpdated"])
  })

  it("is taken once it is a token's, for that token too", () => {
    updateSymbol(chain, ROOT_ORIGIN, netUid(9), ALPHA)
    expect(() => updateSymbol(chain, ROOT_ORIGIN, SUBNET, ALPHA)).toThrow("SymbolAlreadyInUse")
    expect(() => updateSymbol(chain, ROOT_ORIGIN, netUid(9), ALPHA)).toThrow("SymbolAlreadyInUse")
  })

  it("is not root's, nor one outside of the list, whoever may have it", () => {
    TokenSymbol.set(chain.state, netUid(9), LATIN_A)
    expect(() => updateSymbol(chain, STRANGER, SUBNET, TAU)).toThrow("BadOrigin")
    expect(() => updateSymbol(chain, signedBy(OWNER), SUBNET, TAU)).toThrow("SymbolDoesNotExist")
    expect(() => updateSymbol(chain, signedBy(OWNER), SUBNET, LATIN_A)).toThrow("SymbolDoesNotExist")
  })
})
