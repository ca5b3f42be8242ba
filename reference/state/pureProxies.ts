import { blake2b } from "@noble/hashes/blake2.js"
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js"
import { reserve, unreserve } from "./balancesReserve.js"
import type { Chain } from "./chain.js"
import { accountId as accountIdType } from "./chainTypes.js"
import { ProxyEvents } from "./events.js"
import { proxyType } from "./namedTypes.js"
import { type AccountId, accountId, taoBalance } from "./primitives.js"
import { type ProxyType, proxyDeposit } from "./proxies.js"
import { ensure } from "./refusal.js"
import { toHex, u16, u32 } from "./scaleTypes.js"
import { Proxies } from "./storage/proxy.js"

const DERIVATION_PREFIX = utf8ToBytes("modlpy/proxy____")

/** Where a pure proxy came from. */
export interface PureOrigin {
  readonly spawner: AccountId
  readonly type: ProxyType
  /** Tells pure proxies of the same call apart. */
  readonly index: number
  /** The block of its creation. */
  readonly height: number
  /** The number of the extrinsic that created it, in the block. */
  readonly extrinsic: number
}

/**
 * The account of a pure proxy, whose key nobody has: the 256-bit BLAKE2b hash of `modlpy/proxy____` and the SCALE bytes
 * of where it came from.
 *
 * @clause state-55
 * @source pallets/proxy/src/lib.rs:907
 */
export function pureAccount({ spawner, type, index, height, extrinsic }: PureOrigin): AccountId {
  const bytes = concatBytes(
    DERIVATION_PREFIX,
    accountIdType.encode(spawner),
    u32.encode(height),
    u32.encode(extrinsic),
    proxyType.encode(type),
    u16.encode(index),
  )
  return accountId(toHex(blake2b(bytes, { dkLen: 32 })))
}

/** Calls come to the model without the extrinsics that carry them, which the chain counts as number 0. */
const NO_EXTRINSIC = 0

/**
 * Makes an account for which the signer acts by a proxy, and nobody otherwise.
 *
 * @throws Proxy.Duplicate, and the errors of a reserve
 * @clause state-55
 * @source pallets/proxy/src/lib.rs:332
 */
export function createPure(chain: Chain, who: AccountId, type: ProxyType, delay: number, index: number): void {
  const height = Number(chain.blockNumber)
  const pure = pureAccount({ spawner: who, type, index, height, extrinsic: NO_EXTRINSIC })
  ensure(!Proxies.has(chain.state, pure), "Proxy.Duplicate")
  const deposit = proxyDeposit(chain, 1)
  reserve(chain, who, taoBalance(deposit))
  Proxies.set(chain.state, pure, [[{ delegate: who, proxy_type: type, delay }], deposit])
  chain.deposit(ProxyEvents.PureCreated, { pure, who, proxy_type: type, disambiguation_index: index })
}

/**
 * Ends a pure proxy by itself; the deposit is freed where it came from.
 *
 * @throws Proxy.NoPermission
 * @clause state-55
 * @source pallets/proxy/src/lib.rs:384
 */
export function killPure(chain: Chain, who: AccountId, origin: PureOrigin): void {
  ensure(pureAccount(origin) === who, "Proxy.NoPermission")
  const { spawner, type, index } = origin
  const [, deposit] = Proxies.get(chain.state, who)
  Proxies.remove(chain.state, who)
  unreserve(chain, spawner, taoBalance(deposit))
  chain.deposit(ProxyEvents.PureKilled, { pure: who, spawner, proxy_type: type, disambiguation_index: index })
}
