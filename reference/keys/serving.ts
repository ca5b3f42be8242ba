import type { ValueOf } from "../interface/valueType.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import type { axonInfo, prometheusInfo } from "../state/namedTypes.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { fromHex, type Hex, toHex } from "../state/scaleTypes.js"
import { Axons, NeuronCertificates, Prometheus } from "../state/storage/subtensorModule.js"
import { ensureAxonFits, ensurePrometheusFits } from "./endpoints.js"

/** What a neuron says about its axon, the server by which validators reach it. */
export type Axon = Omit<ValueOf<typeof axonInfo>, "block">

/** What a neuron says about its server for Prometheus, which collects measurements. */
export type PrometheusServer = Omit<ValueOf<typeof prometheusInfo>, "block">

/**
 * Announces a neuron's axon, and its certificate if one is given.
 *
 * @clause keys-61, keys-62
 * @source pallets/subtensor/src/subnets/serving.rs:58
 */
export function serveAxon(chain: Chain, origin: Origin, netuid: NetUid, axon: Axon, certificate?: Hex): void {
  const hotkey = ensureSigned(origin)
  ensureAxonFits(chain, hotkey, netuid, axon)
  if (certificate !== undefined) storeCertificate(chain, netuid, hotkey, certificate)
  Axons.set(chain.state, netuid, hotkey, { ...axon, block: chain.blockNumber })
  chain.deposit(SubtensorModuleEvents.AxonServed, [netuid, hotkey])
}

/** An algorithm's number and a key of as many bytes as the chain keeps. */
const MOST_CERTIFICATE_BYTES = 65

/**
 * Stores a neuron's certificate for TLS: its first byte is the number of the algorithm, the rest the public key. One
 * that is empty or longer than 65 bytes is passed over.
 *
 * @clause keys-62
 * @source pallets/subtensor/src/lib.rs:181
 */
export function storeCertificate({ state }: Chain, netuid: NetUid, hotkey: AccountId, certificate: Hex): void {
  const [algorithm, ...key] = fromHex(certificate)
  if (algorithm === undefined || key.length >= MOST_CERTIFICATE_BYTES) return
  NeuronCertificates.set(state, netuid, hotkey, { public_key: toHex(Uint8Array.from(key)), algorithm })
}

/**
 * Announces a neuron's server for Prometheus.
 *
 * @clause keys-63
 * @source pallets/subtensor/src/subnets/serving.rs:162
 */
export function servePrometheus(chain: Chain, origin: Origin, netuid: NetUid, server: PrometheusServer): void {
  const hotkey = ensureSigned(origin)
  ensurePrometheusFits(chain, hotkey, netuid, server)
  Prometheus.set(chain.state, netuid, hotkey, { ...server, block: chain.blockNumber })
  chain.deposit(SubtensorModuleEvents.PrometheusServed, [netuid, hotkey])
}
