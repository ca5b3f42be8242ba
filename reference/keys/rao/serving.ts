import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import type { NetUid } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import type { Hex } from "../../state/scaleTypes.js"
import { Axons, Prometheus } from "../../state/storage/subtensorModule.js"
import { type Endpoint, ensureMayServe, isIpAddress, isIpType } from "../endpoints.js"
import { isRegisteredAnywhere } from "../ownership.js"
import { type Axon, type PrometheusServer, storeCertificate } from "../serving.js"

/**
 * Announces a neuron's axon, and its certificate if one is given. The hotkey must be a neuron of some subnet, of this one
 * or another; the address may not be zero.
 *
 * @clause keys-85
 * @source rao:pallets/subtensor/src/subnets/serving.rs:58
 */
export function serveAxon(chain: Chain, origin: Origin, netuid: NetUid, axon: Axon, certificate?: Hex): void {
  const { state, blockNumber } = chain
  const hotkey = ensureSigned(origin)
  ensure(isRegisteredAnywhere(chain, hotkey), "SubtensorModule.HotKeyNotRegisteredInNetwork")
  ensureReachable(axon)
  ensureMayServe(chain, netuid, Axons.get(state, netuid, hotkey))
  ensure(axon.port !== 0, "SubtensorModule.InvalidPort")
  if (certificate !== undefined) storeCertificate(chain, netuid, hotkey, certificate)
  Axons.set(state, netuid, hotkey, { ...axon, block: blockNumber })
  chain.deposit(SubtensorModuleEvents.AxonServed, [netuid, hotkey])
}

/**
 * Announces a neuron's server for Prometheus. The hotkey must be a neuron of some subnet, of this one or another.
 *
 * @clause keys-86
 * @source rao:pallets/subtensor/src/subnets/serving.rs:159
 */
export function servePrometheus(chain: Chain, origin: Origin, netuid: NetUid, server: PrometheusServer): void {
  const { state, blockNumber } = chain
  const hotkey = ensureSigned(origin)
  ensureReachable(server)
  ensure(isRegisteredAnywhere(chain, hotkey), "SubtensorModule.HotKeyNotRegisteredInNetwork")
  ensureMayServe(chain, netuid, Prometheus.get(state, netuid, hotkey))
  ensure(server.port !== 0, "SubtensorModule.InvalidPort")
  Prometheus.set(state, netuid, hotkey, { ...server, block: blockNumber })
  chain.deposit(SubtensorModuleEvents.PrometheusServed, [netuid, hotkey])
}

/**
 * Refuses an address that no machine can have.
 *
 * @clause keys-85, keys-86
 * @source rao:pallets/subtensor/src/subnets/serving.rs:287
 */
function ensureReachable({ ip, ip_type }: Endpoint): void {
  ensure(isIpType(ip_type), "SubtensorModule.InvalidIpType")
  ensure(ip !== 0n && isIpAddress(ip_type, ip), "SubtensorModule.InvalidIpAddress")
}
