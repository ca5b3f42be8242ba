import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { Proxies, RealPaysFee } from "../state/storage/proxy.js"
import { Account } from "../state/storage/system.js"
import { fundedChain } from "../state/testing/fundedChain.js"
import { addBeneficiaryProxy, removeBeneficiaryProxy } from "./beneficiaryProxy.js"

const [LEASE, BENEFICIARY, OTHER] = [accountOf(0x11), accountOf(0x22), accountOf(0x33)]
const ONE = 93_000_000n
const MORE = 33_000_000n

let chain: Chain
beforeEach(() => {
  chain = fundedChain(1_000_000_000n, LEASE)
})

const reserved = () => Account.get(chain.state, LEASE).data.reserved
const proxyOf = (delegate: typeof LEASE, proxy_type: "Any" | "RootClaim" | "SubnetLeaseBeneficiary", delay = 0) => ({
  delegate,
  proxy_type,
  delay,
})

describe("the beneficiary's proxy", () => {
  it("costs a base and so much for each proxy, of which only what is missing is reserved", () => {
    addBeneficiaryProxy(chain, LEASE, OTHER)
    expect(reserved()).toBe(ONE)
    addBeneficiaryProxy(chain, LEASE, BENEFICIARY)
    expect(reserved()).toBe(ONE + MORE)
    removeBeneficiaryProxy(chain, LEASE, OTHER)
    expect(reserved()).toBe(ONE)
    expect(eventNames(chain).slice(-2)).toEqual(["Balances.Unreserved", "Proxy.ProxyRemoved"])
  })

  it("takes its place by account, type and delay", () => {
    const others = [proxyOf(BENEFICIARY, "Any"), proxyOf(BENEFICIARY, "RootClaim"), proxyOf(OTHER, "Any")]
    Proxies.set(chain.state, LEASE, [others, 0n])
    addBeneficiaryProxy(chain, LEASE, BENEFICIARY)
    expect(Proxies.get(chain.state, LEASE)[0].map(({ proxy_type }) => proxy_type)).toEqual([
      "Any",
      "SubnetLeaseBeneficiary",
      "RootClaim",
      "Any",
    ])
  })

  it("leaves nothing when it was the last, not even who pays the fees", () => {
    addBeneficiaryProxy(chain, LEASE, BENEFICIARY)
    RealPaysFee.set(chain.state, LEASE, BENEFICIARY, undefined)
    removeBeneficiaryProxy(chain, LEASE, BENEFICIARY)
    expect(Proxies.has(chain.state, LEASE)).toBe(false)
    expect(RealPaysFee.has(chain.state, LEASE, BENEFICIARY)).toBe(false)
    expect(reserved()).toBe(0n)
  })

  it("is refused for the account itself, twice, beyond twenty, and without the deposit", () => {
    expect(() => addBeneficiaryProxy(chain, LEASE, LEASE)).toThrow("NoSelfProxy")
    expect(() => addBeneficiaryProxy(chain, OTHER, BENEFICIARY)).toThrow("InsufficientBalance")
    const twenty = Array.from({ length: 20 }, (_, delay) => proxyOf(OTHER, "Any", delay))
    Proxies.set(chain.state, LEASE, [twenty, 0n])
    expect(() => addBeneficiaryProxy(chain, LEASE, BENEFICIARY)).toThrow("TooMany")
    Proxies.set(chain.state, LEASE, [[proxyOf(BENEFICIARY, "SubnetLeaseBeneficiary")], 0n])
    expect(() => addBeneficiaryProxy(chain, LEASE, BENEFICIARY)).toThrow("Duplicate")
  })

  it("can only be removed as it was given: with this type and without delay", () => {
    Proxies.set(chain.state, LEASE, [[proxyOf(BENEFICIARY, "SubnetLeaseBeneficiary", 1)], 0n])
    expect(() => removeBeneficiaryProxy(chain, LEASE, BENEFICIARY)).toThrow("NotFound")
  })
})
