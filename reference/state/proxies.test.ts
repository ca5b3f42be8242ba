import { blake2b } from "@noble/hashes/blake2.js"
import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "./blankChain.js"
import {
  AdminUtilsCalls,
  BalancesCalls,
  ProxyCalls,
  SubtensorModuleCalls,
  SudoCalls,
  SystemCalls,
  UtilityCalls,
} from "./calls.js"
import type { Chain } from "./chain.js"
import { signedBy } from "./origin.js"
import { type Hash, hash, netUid } from "./primitives.js"
import type { ProxyType } from "./proxies.js"
import { includesType, isPermitted } from "./proxyFilters.js"
import { pureAccount } from "./pureProxies.js"
import { runtimeCall } from "./runtimeCall.js"
import { toHex } from "./scaleTypes.js"
import { Announcements, LastCallResult, Proxies, RealPaysFee } from "./storage/proxy.js"
import { EnteredUntil } from "./storage/safeMode.js"
import { ColdkeySwapAnnouncements } from "./storage/subtensorModule.js"
import { Account } from "./storage/system.js"
import { addressOf, callOf, freeOf, fundedChain, resultOf, transferTo } from "./testing/fundedChain.js"

const [REAL, DELEGATE, OTHER] = [accountOf(0x11), accountOf(0x22), accountOf(0x33)]
const ONE = 93_000_000n
const MORE = 33_000_000n
const RICH = 1_000_000_000n

let chain: Chain
beforeEach(() => {
  chain = fundedChain(RICH, REAL, DELEGATE)
})

const reserved = (who: typeof REAL) => Account.get(chain.state, who).data.reserved
const add = (proxy_type: ProxyType, delay = 0, delegate = DELEGATE) =>
  resultOf(chain, signedBy(REAL), callOf(ProxyCalls.add_proxy, { delegate: addressOf(delegate), proxy_type, delay }))
const remove = (proxy_type: ProxyType, delay = 0) =>
  resultOf(chain, signedBy(REAL), callOf(ProxyCalls.remove_proxy, { delegate: addressOf(DELEGATE), proxy_type, delay }))
const byProxy = (call: ReturnType<typeof callOf>, force_proxy_type?: ProxyType) =>
  resultOf(chain, signedBy(DELEGATE), callOf(ProxyCalls.proxy, { real: addressOf(REAL), force_proxy_type, call }))
const result = () => LastCallResult.get(chain.state, REAL)
const FILTERED = { type: "Err", value: { type: "Module", value: { index: 0, error: "0x05000000" } } }

describe("an account's proxies", () => {
  it("cost a base and so much for each, which removing gives back", () => {
    expect(add("Staking")).toBe("ok")
    expect(reserved(REAL)).toBe(ONE)
    expect(add("Any")).toBe("ok")
    expect(reserved(REAL)).toBe(ONE + MORE)
    expect(remove("Staking")).toBe("ok")
    expect(remove("Any")).toBe("ok")
    expect(reserved(REAL)).toBe(0n)
    expect(Proxies.has(chain.state, REAL)).toBe(false)
  })

  it("go all at once, without an event of their own, with what was said about fees", () => {
    add("Staking")
    add("Any")
    RealPaysFee.set(chain.state, REAL, DELEGATE, undefined)
    chain.takeEvents()
    expect(resultOf(chain, signedBy(REAL), callOf(ProxyCalls.remove_proxies, {}))).toBe("ok")
    expect(eventNames(chain)).toEqual(["Balances.Unreserved"])
    expect(Proxies.has(chain.state, REAL) || RealPaysFee.has(chain.state, REAL, DELEGATE)).toBe(false)
    expect(resultOf(chain, signedBy(REAL), callOf(ProxyCalls.remove_proxies, {}))).toBe("ok")
  })

  it("are refused for the account itself, twice, or when they are not there", () => {
    expect(add("Any", 0, REAL)).toBe("Proxy.NoSelfProxy")
    expect(add("Any")).toBe("ok")
    expect(add("Any")).toBe("Proxy.Duplicate")
    expect(add("Any", 1)).toBe("ok")
    expect(remove("Staking")).toBe("Proxy.NotFound")
  })
})

describe("a call by proxy", () => {
  it("is the account's own call, and its result is kept until the block ends", () => {
    add("Any")
    expect(byProxy(transferTo(OTHER, 5_000n))).toBe("ok")
    expect(freeOf(chain, OTHER)).toBe(5_000n)
    expect(freeOf(chain, REAL)).toBe(RICH - ONE - 5_000n)
    expect(result()).toEqual({ type: "Ok", value: undefined })
    expect(eventNames(chain).at(-1)).toBe("Proxy.ProxyExecuted")
    chain.fork.finalizeBlock(chain)
    expect(result()).toBeUndefined()
  })

  it("succeeds though the call is refused, and nothing of that call stays", () => {
    add("Any")
    chain.takeEvents()
    const two = callOf(UtilityCalls.batch_all, { calls: [transferTo(OTHER, 5_000n), transferTo(OTHER, 10n * RICH)] })
    expect(byProxy(two)).toBe("ok")
    expect(freeOf(chain, OTHER)).toBe(0n)
    expect(eventNames(chain)).toEqual(["Proxy.ProxyExecuted"])
    expect(result()?.type).toBe("Err")
  })

  it("takes the first proxy, or the first of the type that is asked for", () => {
    add("Any", 3)
    add("Transfer")
    expect(byProxy(transferTo(OTHER, 5_000n))).toBe("Proxy.Unannounced")
    expect(byProxy(transferTo(OTHER, 5_000n), "Transfer")).toBe("ok")
    expect(byProxy(transferTo(OTHER, 5_000n), "Staking")).toBe("Proxy.NotProxy")
  })

  it("meets the filter of the proxy's type, in batches too", () => {
    add("Transfer")
    expect(byProxy(callOf(UtilityCalls.batch, { calls: [] }))).toBe("ok")
    expect(result()).toEqual(FILTERED)
    add("NonTransfer")
    expect(byProxy(callOf(UtilityCalls.batch_all, { calls: [transferTo(OTHER, 5_000n)] }), "NonTransfer")).toBe("ok")
    expect(result()).toEqual(FILTERED)
  })

  it("is freed from the filters of the outer call, but not from that for everybody nor from guards", () => {
    add("Any")
    const inner = callOf(ProxyCalls.proxy, {
      real: addressOf(REAL),
      force_proxy_type: undefined,
      call: callOf(UtilityCalls.batch_all, { calls: [transferTo(OTHER, 5_000n)] }),
    })
    expect(resultOf(chain, signedBy(DELEGATE), callOf(UtilityCalls.batch_all, { calls: [inner] }))).toBe("ok")
    expect(freeOf(chain, OTHER)).toBe(5_000n)
    ColdkeySwapAnnouncements.set(chain.state, REAL, [2_000, hash(`0x${"5a".repeat(32)}`)])
    expect(byProxy(transferTo(OTHER, 5_000n))).toBe("ok")
    expect(result()?.type).toBe("Err")
    expect(freeOf(chain, OTHER)).toBe(5_000n)
    EnteredUntil.set(chain.state, 2_000)
    expect(byProxy(transferTo(OTHER, 5_000n))).toBe("System.CallFiltered")
  })

  it("changes proxies only as far as its own type goes", () => {
    const adds = (proxy_type: ProxyType) =>
      callOf(ProxyCalls.add_proxy, { delegate: addressOf(OTHER), proxy_type, delay: 0 })
    add("NonTransfer")
    for (const beyond of ["Any", "Transfer", "SmallTransfer"] as const) {
      byProxy(adds(beyond))
      expect(result()).toEqual(FILTERED)
    }
    byProxy(adds("Staking"))
    expect(result()?.type).toBe("Ok")
    byProxy(callOf(ProxyCalls.remove_proxies, {}))
    expect(result()).toEqual(FILTERED)
    add("Any")
    byProxy(callOf(ProxyCalls.remove_proxies, {}), "Any")
    expect(result()?.type).toBe("Ok")
  })
})

describe("the types of proxies", () => {
  const netuid = netUid(1)
  const small = (value: bigint) => callOf(BalancesCalls.transfer_keep_alive, { dest: addressOf(OTHER), value })
  const setCode = callOf(SystemCalls.set_code, { code: "0x" })
  const unchecked = (call: ReturnType<typeof callOf>) =>
    callOf(SudoCalls.sudo_unchecked_weight, { call, weight: { ref_time: 0n, proof_size: 0n } })

  it.each<[ProxyType, ReturnType<typeof callOf>, boolean]>([
    ["Any", setCode, true],
    ["SmallTransfer", small(499_999_999n), true],
    ["SmallTransfer", small(500_000_000n), false],
    ["SmallTransfer", transferTo(OTHER, 500_000_000n), false],
    ["Transfer", small(500_000_000n), true],
    ["Owner", callOf(AdminUtilsCalls.sudo_set_rho, { netuid, rho: 1 }), true],
    ["Owner", callOf(AdminUtilsCalls.sudo_set_sn_owner_hotkey, { netuid, hotkey: OTHER }), false],
    ["SubnetLeaseBeneficiary", callOf(SubtensorModuleCalls.start_call, { netuid }), true],
    ["SubnetLeaseBeneficiary", callOf(AdminUtilsCalls.sudo_set_tempo, { netuid, tempo: 1 }), false],
    ["SudoUncheckedSetCode", unchecked(setCode), true],
    ["SudoUncheckedSetCode", unchecked(small(1n)), false],
    ["SudoUncheckedSetCode", setCode, false],
    ["NonCritical", callOf(SudoCalls.sudo, { call: setCode }), false],
    ["NonFungible", callOf(SubtensorModuleCalls.root_register, { hotkey: OTHER }), false],
    ["NonTransfer", callOf(SubtensorModuleCalls.root_register, { hotkey: OTHER }), true],
    ["Governance", setCode, false],
    ["RootClaim", callOf(SubtensorModuleCalls.claim_root, { subnets: [1] }), true],
  ])("%s and a call", (type, call, passes) => {
    expect(isPermitted(type, call)).toBe(passes)
  })

  it("include each other in few cases only", () => {
    expect(includesType("Any", "Transfer")).toBe(true)
    expect(includesType("Staking", "Staking")).toBe(true)
    expect(includesType("Staking", "ChildKeys")).toBe(false)
    expect(includesType("NonTransfer", "Staking")).toBe(true)
    expect(includesType("NonTransfer", "SmallTransfer")).toBe(false)
    expect(includesType("Transfer", "SmallTransfer")).toBe(true)
    expect(includesType("SmallTransfer", "Transfer")).toBe(false)
  })
})

describe("an announced call", () => {
  const call = transferTo(OTHER, 5_000n)
  const hashOfCall = hash(toHex(blake2b(runtimeCall.encode(call), { dkLen: 32 })))
  const announcement = (call_hash: Hash) =>
    resultOf(chain, signedBy(DELEGATE), callOf(ProxyCalls.announce, { real: addressOf(REAL), call_hash }))
  const make = () =>
    resultOf(
      chain,
      signedBy(OTHER),
      callOf(ProxyCalls.proxy_announced, {
        delegate: addressOf(DELEGATE),
        real: addressOf(REAL),
        force_proxy_type: undefined,
        call,
      }),
    )

  it("is made by anybody when it is as old as the proxy's delay, and goes with its deposit", () => {
    add("Any", 0)
    const inBlock = Number(chain.blockNumber)
    expect(make()).toBe("Proxy.Unannounced")
    expect(announcement(hashOfCall)).toBe("ok")
    expect(Announcements.get(chain.state, DELEGATE)).toEqual([
      [{ real: REAL, call_hash: hashOfCall, height: inBlock }],
      104_000_000n,
    ])
    expect(reserved(DELEGATE)).toBe(104_000_000n)
    expect(make()).toBe("ok")
    expect(freeOf(chain, OTHER)).toBe(5_000n)
    expect(reserved(DELEGATE)).toBe(0n)
    expect(Announcements.has(chain.state, DELEGATE)).toBe(false)
  })

  it("waits for the delay, and can be taken back by either", () => {
    add("Any", 1)
    announcement(hashOfCall)
    expect(make()).toBe("Proxy.Unannounced")
    const values = { call_hash: hashOfCall }
    const takeBack = callOf(ProxyCalls.remove_announcement, { real: addressOf(REAL), ...values })
    const reject = callOf(ProxyCalls.reject_announcement, { delegate: addressOf(DELEGATE), ...values })
    expect(resultOf(chain, signedBy(DELEGATE), takeBack)).toBe("ok")
    expect(resultOf(chain, signedBy(REAL), reject)).toBe("Proxy.NotFound")
    announcement(hashOfCall)
    expect(resultOf(chain, signedBy(REAL), reject)).toBe("ok")
  })

  it("needs a proxy", () => {
    expect(announcement(hashOfCall)).toBe("Proxy.NotProxy")
    expect(make()).toBe("Proxy.NotProxy")
  })
})

describe("a pure proxy", () => {
  const create = callOf(ProxyCalls.create_pure, { proxy_type: "Any", delay: 0, index: 7 })

  it("is an account for which its spawner acts, until it ends itself", () => {
    const height = Number(chain.blockNumber)
    const pure = pureAccount({ spawner: REAL, type: "Any", index: 7, height, extrinsic: 0 })
    expect(resultOf(chain, signedBy(REAL), create)).toBe("ok")
    expect(Proxies.get(chain.state, pure)).toEqual([[{ delegate: REAL, proxy_type: "Any", delay: 0 }], ONE])
    expect(reserved(REAL)).toBe(ONE)
    expect(resultOf(chain, signedBy(REAL), create)).toBe("Proxy.Duplicate")
    const kill = callOf(ProxyCalls.kill_pure, {
      spawner: addressOf(REAL),
      proxy_type: "Any",
      index: 7,
      height,
      ext_index: 0,
    })
    expect(resultOf(chain, signedBy(REAL), kill)).toBe("Proxy.NoPermission")
    expect(resultOf(chain, signedBy(pure), kill)).toBe("ok")
    expect(Proxies.has(chain.state, pure)).toBe(false)
    expect(reserved(REAL)).toBe(0n)
  })
})

describe("deposits", () => {
  it("are brought to what they cost now", () => {
    add("Any")
    Proxies.mutate(chain.state, REAL, ([proxies]) => [proxies, 0n])
    chain.takeEvents()
    expect(resultOf(chain, signedBy(REAL), callOf(ProxyCalls.poke_deposit, {}))).toBe("ok")
    expect(reserved(REAL)).toBe(2n * ONE)
    expect(eventNames(chain)).toEqual(["Balances.Reserved", "Proxy.DepositPoked"])
    chain.takeEvents()
    expect(resultOf(chain, signedBy(REAL), callOf(ProxyCalls.poke_deposit, {}))).toBe("ok")
    expect(eventNames(chain)).toEqual([])
  })

  it("are not asked who pays fees, which only a proxy's account says", () => {
    const pays = (pays_fee: boolean) =>
      resultOf(chain, signedBy(REAL), callOf(ProxyCalls.set_real_pays_fee, { delegate: addressOf(DELEGATE), pays_fee }))
    expect(pays(true)).toBe("Proxy.NotProxy")
    add("Staking")
    expect(pays(true)).toBe("ok")
    expect(RealPaysFee.has(chain.state, REAL, DELEGATE)).toBe(true)
    expect(pays(false)).toBe("ok")
    expect(RealPaysFee.has(chain.state, REAL, DELEGATE)).toBe(false)
  })
})
