import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { RuntimeCall } from "../state/call.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { netUid } from "../state/primitives.js"
import { Axons, NeuronCertificates, Prometheus, ServingRateLimit } from "../state/storage/subtensorModule.js"
import { atBlock, hotkeyOf, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { isIpAddress, isIpType } from "./endpoints.js"
import { type Axon, serveAxon, servePrometheus } from "./serving.js"
import { servingGuards } from "./servingCalls.js"

const HOTKEY = hotkeyOf(0)
const NEURON = signedBy(HOTKEY)
const STRANGER = signedBy(accountOf(0x99))
const PROMETHEUS = { version: 7, ip: 0x0a000001n, port: 9_000, ip_type: 4 }
const AXON: Axon = { ...PROMETHEUS, protocol: 1, placeholder1: 2, placeholder2: 3 }

let chain: Chain
beforeEach(() => {
  chain = smallSubnet(1)
  ServingRateLimit.set(chain.state, SUBNET, 50n)
})

const axon = (changes: Partial<Axon> = {}, origin = NEURON) => serveAxon(chain, origin, SUBNET, { ...AXON, ...changes })
const prometheus = (changes: Partial<typeof PROMETHEUS> = {}, origin = NEURON) =>
  servePrometheus(chain, origin, SUBNET, { ...PROMETHEUS, ...changes })

describe("an address", () => {
  it("is of version 4 or 6", () => {
    expect([0, 4, 5, 6, 7, 255].filter(isIpType)).toEqual([4, 6])
  })

  it("of version 4 is below the highest and not the machine's own", () => {
    const addresses = [0n, 1n, 0x7f000001n, 2n ** 32n - 2n, 2n ** 32n - 1n, 2n ** 32n]
    expect(addresses.filter((address) => isIpAddress(4, address))).toEqual([0n, 1n, 2n ** 32n - 2n])
  })

  it("of version 6 is neither the highest nor the machine's own", () => {
    const addresses = [0n, 1n, 0x7f000001n, 2n ** 128n - 2n, 2n ** 128n - 1n]
    expect(addresses.filter((address) => isIpAddress(6, address))).toEqual([0n, 0x7f000001n, 2n ** 128n - 2n])
  })

  it("of no version may be any", () => {
    expect(isIpAddress(5, 1n)).toBe(true)
  })
})

describe("an axon", () => {
  it("is announced with its block", () => {
    axon()
    expect(Axons.get(chain.state, SUBNET, HOTKEY)).toEqual({ ...AXON, block: 1_000n })
    expect(eventNames(chain)).toEqual(["SubtensorModule.AxonServed"])
    expect(NeuronCertificates.has(chain.state, SUBNET, HOTKEY)).toBe(false)
  })

  it("may have the address zero", () => {
    axon({ ip: 0n })
    expect(Axons.get(chain.state, SUBNET, HOTKEY)?.ip).toBe(0n)
  })

  it("is announced again once the rate limit has passed; a server for Prometheus does not count", () => {
    axon()
    prometheus()
    chain = atBlock(chain, 1_049n)
    expect(() => axon()).toThrow("ServingRateLimitExceeded")
    chain = atBlock(chain, 1_050n)
    axon()
    ServingRateLimit.set(chain.state, SUBNET, 0n)
    axon({ port: 1 })
    expect(Axons.get(chain.state, SUBNET, HOTKEY)).toMatchObject({ block: 1_050n, port: 1 })
  })

  it("is refused in the order of its checks", () => {
    axon()
    const wrong = { ip_type: 5, ip: 0x7f000001n, port: 0 }
    expect(() => axon(wrong, ROOT_ORIGIN)).toThrow("BadOrigin")
    expect(() => axon(wrong, STRANGER)).toThrow("HotKeyNotRegisteredInNetwork")
    expect(() => axon(wrong)).toThrow("InvalidIpType")
    expect(() => axon({ ...wrong, ip_type: 4 })).toThrow("InvalidIpAddress")
    expect(() => axon({ port: 0 })).toThrow("ServingRateLimitExceeded")
    chain = atBlock(chain, 2_000n)
    expect(() => axon({ port: 0 })).toThrow("InvalidPort")
  })
})

describe("a certificate", () => {
  const certificate = () => NeuronCertificates.get(chain.state, SUBNET, HOTKEY)

  it("is an algorithm and a key of up to 64 bytes, which may be empty", () => {
    ServingRateLimit.set(chain.state, SUBNET, 0n)
    serveAxon(chain, NEURON, SUBNET, AXON, `0x03${"ab".repeat(64)}`)
    expect(certificate()).toEqual({ algorithm: 3, public_key: `0x${"ab".repeat(64)}` })
    serveAxon(chain, NEURON, SUBNET, AXON, "0x05")
    expect(certificate()).toEqual({ algorithm: 5, public_key: "0x" })
  })

  it.each(["0x", `0x03${"ab".repeat(65)}`] as const)("of another length is passed over", (bytes) => {
    NeuronCertificates.set(chain.state, SUBNET, HOTKEY, { algorithm: 1, public_key: "0x02" })
    serveAxon(chain, NEURON, SUBNET, AXON, bytes)
    expect(certificate()).toEqual({ algorithm: 1, public_key: "0x02" })
    expect(Axons.has(chain.state, SUBNET, HOTKEY)).toBe(true)
  })
})

describe("a server for Prometheus", () => {
  it("is announced with its block", () => {
    prometheus()
    expect(Prometheus.get(chain.state, SUBNET, HOTKEY)).toEqual({ ...PROMETHEUS, block: 1_000n })
    expect(eventNames(chain)).toEqual(["SubtensorModule.PrometheusServed"])
  })

  it("is refused in the order of its checks, which is not that of axons", () => {
    prometheus()
    expect(() => prometheus({ ip_type: 5, ip: 0n, port: 0 }, ROOT_ORIGIN)).toThrow("BadOrigin")
    expect(() => prometheus({ ip_type: 5, ip: 0n, port: 0 }, STRANGER)).toThrow("InvalidIpType")
    expect(() => prometheus({ ip: 0n, port: 0 }, STRANGER)).toThrow("InvalidIpAddress")
    expect(() => prometheus({ ip: 0x7f000001n, port: 0 }, STRANGER)).toThrow("InvalidIpAddress")
    expect(() => prometheus({ port: 0 }, STRANGER)).toThrow("HotKeyNotRegisteredInNetwork")
    expect(() => prometheus({ port: 0 })).toThrow("ServingRateLimitExceeded")
    chain = atBlock(chain, 2_000n)
    expect(() => prometheus({ port: 0 })).toThrow("InvalidPort")
  })
})

describe("the guard of endpoints", () => {
  const guard = (origin: Origin, call: RuntimeCall) => {
    for (const check of servingGuards) check(chain, origin, call)
  }
  const elsewhere = netUid(9)

  it.each([
    [SubtensorModuleCalls.serve_axon, { netuid: elsewhere, ...AXON }],
    [SubtensorModuleCalls.serve_axon_tls, { netuid: elsewhere, ...AXON, certificate: "0x" }],
    [SubtensorModuleCalls.serve_prometheus, { netuid: elsewhere, ...PROMETHEUS }],
  ])("refuses who is no neuron of the subnet, if an account signed (%#)", (declaration, values) => {
    const call = { declaration, arguments: values }
    expect(() => guard(NEURON, call)).toThrow("HotKeyNotRegisteredInNetwork")
    guard(ROOT_ORIGIN, call)
    guard(NEURON, { declaration, arguments: { ...values, netuid: SUBNET } })
  })
})
