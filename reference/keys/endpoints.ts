import { passesRateLimit } from "../hyperparameters/rateLimits.js"
import type { Chain } from "../state/chain.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { Axons, Prometheus, ServingRateLimit } from "../state/storage/subtensorModule.js"
import { isHotkeyRegistered } from "../subnets/neurons.js"

/** Where a neuron can be reached. */
export interface Endpoint {
  /** The address as a number. */
  readonly ip: bigint
  readonly port: number
  /** 4 or 6, the version of the internet protocol. */
  readonly ip_type: number
}

const LOCALHOST_IPV4 = 0x7f000001n
const HIGHEST_IPV4 = 0xffffffffn
const LOCALHOST_IPV6 = 1n
const HIGHEST_IPV6 = 2n ** 128n - 1n

/**
 * Whether there is a version of the internet protocol with this number: 4 or 6.
 *
 * @clause keys-60
 * @source pallets/subtensor/src/subnets/serving.rs:242
 */
export function isIpType(type: number): boolean {
  return type === 4 || type === 6
}

/**
 * Whether an address can be one of a machine that others reach: of version 4 it is below the highest and not that of the
 * machine itself, of version 6 likewise; an address of another version may be anything. Zero is not looked at.
 *
 * @clause keys-60
 * @source pallets/subtensor/src/subnets/serving.rs:248
 */
export function isIpAddress(type: number, address: bigint): boolean {
  if (type === 4) return address < HIGHEST_IPV4 && address !== LOCALHOST_IPV4
  if (type === 6) return address !== HIGHEST_IPV6 && address !== LOCALHOST_IPV6
  return true
}

/**
 * Refuses an axon's endpoint that the hotkey may not announce now. The address may be zero.
 *
 * @clause keys-64
 * @source pallets/subtensor/src/subnets/serving.rs:289
 */
export function ensureAxonFits(chain: Chain, hotkey: AccountId, netuid: NetUid, endpoint: Endpoint): void {
  const { state } = chain
  ensure(isHotkeyRegistered(chain, netuid, hotkey), "SubtensorModule.HotKeyNotRegisteredInNetwork")
  ensure(isIpType(endpoint.ip_type), "SubtensorModule.InvalidIpType")
  ensure(isIpAddress(endpoint.ip_type, endpoint.ip), "SubtensorModule.InvalidIpAddress")
  ensureMayServe(chain, netuid, Axons.get(state, netuid, hotkey))
  ensure(endpoint.port !== 0, "SubtensorModule.InvalidPort")
}

/**
 * Refuses an endpoint for Prometheus that the hotkey may not announce now.
 *
 * @clause keys-64
 * @source pallets/subtensor/src/subnets/serving.rs:342
 */
export function ensurePrometheusFits(chain: Chain, hotkey: AccountId, netuid: NetUid, endpoint: Endpoint): void {
  const { ip, ip_type, port } = endpoint
  ensure(isIpType(ip_type), "SubtensorModule.InvalidIpType")
  ensure(ip !== 0n && isIpAddress(ip_type, ip), "SubtensorModule.InvalidIpAddress")
  ensure(isHotkeyRegistered(chain, netuid, hotkey), "SubtensorModule.HotKeyNotRegisteredInNetwork")
  ensureMayServe(chain, netuid, Prometheus.get(chain.state, netuid, hotkey))
  ensure(port !== 0, "SubtensorModule.InvalidPort")
}

/**
 * Refuses with SubtensorModule.ServingRateLimitExceeded who announced an endpoint of the same kind too few blocks ago.
 *
 * @clause keys-64
 * @source pallets/subtensor/src/subnets/serving.rs:191
 */
export function ensureMayServe(chain: Chain, netuid: NetUid, previous: { readonly block: bigint } | undefined): void {
  const passes = passesRateLimit(previous?.block ?? 0n, chain.blockNumber, ServingRateLimit.get(chain.state, netuid))
  ensure(passes, "SubtensorModule.ServingRateLimitExceeded")
}
