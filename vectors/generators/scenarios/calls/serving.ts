import type { CallDeclaration } from "../../../../reference/state/call.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import type { State } from "../../../../reference/state/state.js"
import {
  Axons,
  NetworksAdded,
  Prometheus,
  ServingRateLimit,
  Uids,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, validator1 } from "../accounts.js"
import { SUBNET } from "../market.js"
import { Network } from "../network.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Scenario, type Suite, variant } from "../suite.js"

/** The clauses of every call that announces a server. */
const REACHABLE = ["keys-64", "keys-60"]
const LOCALHOST = 0x7f000001n
/** Where a neuron says it can be reached. */
export const endpoint = { netuid: SUBNET, version: 9, ip: 0x01020304n, port: 8_091, ip_type: 4 }
/** The same of a server for other neurons. */
export const axon = { ...endpoint, protocol: 4, placeholder1: 0, placeholder2: 0 }
/** What it said before. */
export const before = { block: 900n, version: 1, ip: 5n, port: 1, ip_type: 4 }

export const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }
const noNeuron: BrokenRule = {
  name: "by a hotkey that is no neuron",
  change: stored((state) => Uids.remove(state, SUBNET, validator1)),
  error: "SubtensorModule.HotKeyNotRegisteredInNetwork",
}
export const noVersion: BrokenRule = {
  name: "with a version of the internet protocol that there is not",
  change: argument("ip_type", "5"),
  error: "SubtensorModule.InvalidIpType",
}
export const ownAddress: BrokenRule = {
  name: "with an address that every machine has",
  change: argument("ip", LOCALHOST.toString()),
  error: "SubtensorModule.InvalidIpAddress",
}
export const tooSoon: BrokenRule = {
  name: "too soon after the last time",
  change: stored((state) => ServingRateLimit.set(state, SUBNET, 101n)),
  error: "SubtensorModule.ServingRateLimitExceeded",
}
export const noPort: BrokenRule = {
  name: "without a port",
  change: argument("port", "0"),
  error: "SubtensorModule.InvalidPort",
}

/** A call by a neuron that has been announced a hundred blocks ago, as often as it may be. */
export function servingSuite<Values>(
  call: CallDeclaration<Values>,
  values: Values,
  clauses: readonly string[],
  announced: (state: State) => void,
  rules: readonly BrokenRule[],
  empty = new Network(),
  others: (again: Scenario) => readonly Scenario[] = () => [],
): Suite {
  const network = empty
    .hotkey(validator1, alice)
    .neuron(SUBNET, validator1, true)
    .store((state) => {
      NetworksAdded.set(state, SUBNET, true)
      ServingRateLimit.set(state, SUBNET, 100n)
    })
    .store(announced)
  const again = accepted(
    "again, as soon as it may be",
    clauses,
    blockOn(network, [callBy(signed(validator1), call, values)]),
  )
  const sixth = variant(again, "with an address of version 6", argument("ip_type", "6"))
  const scenarios = [again, sixth, ...others(again), ...refusals(again, rules)]
  return { chapter: "keys", name: call.name, title: call.name, scenarios }
}

const axonRules = [noSigner, noNeuron, noVersion, ownAddress, tooSoon, noPort]
/** An axon that was announced before. */
export const axonBefore = (state: State) =>
  Axons.set(state, SUBNET, validator1, { ...before, protocol: 4, placeholder1: 0, placeholder2: 0 })

/** The calls that announce where a neuron can be reached. */
export const servingSuites: readonly Suite[] = [
  servingSuite(SubtensorModuleCalls.serve_axon, axon, ["keys-61", ...REACHABLE], axonBefore, axonRules),
  servingSuite(
    SubtensorModuleCalls.serve_axon_tls,
    { ...axon, certificate: "0x0102" },
    ["keys-62", ...REACHABLE],
    axonBefore,
    axonRules,
    new Network(),
    (again) => [variant(again, "with a certificate that cannot be one", argument("certificate", "0x"))],
  ),
  servingSuite(
    SubtensorModuleCalls.serve_prometheus,
    endpoint,
    ["keys-63", ...REACHABLE],
    (state) => Prometheus.set(state, SUBNET, validator1, before),
    [noSigner, noVersion, ownAddress, noNeuron, tooSoon, noPort],
  ),
]
