import type { ValueOf } from "../interface/valueType.js"
import { reserve, unreserve } from "./balancesReserve.js"
import type { Chain } from "./chain.js"
import { ProxyEvents } from "./events.js"
import { proxyDefinition, type proxyType } from "./namedTypes.js"
import { type AccountId, taoBalance } from "./primitives.js"
import { ensure, refuse } from "./refusal.js"
import { toHex } from "./scaleTypes.js"
import { Proxies, RealPaysFee } from "./storage/proxy.js"

/** What a proxy may do. */
export type ProxyType = ValueOf<typeof proxyType>

/** Who may act for an account, in what, and how many blocks after announcing it. */
export type ProxyDefinition = ValueOf<typeof proxyDefinition>

/**
 * Lets another account act for one, which has a deposit reserved for it.
 *
 * @throws Proxy.NoSelfProxy, Proxy.Duplicate, Proxy.TooMany, and the errors of a reserve
 * @clause state-50
 * @source pallets/proxy/src/lib.rs:941
 */
export function addProxy(chain: Chain, delegator: AccountId, added: ProxyDefinition): void {
  const { delegate: delegatee, proxy_type, delay } = added
  ensure(delegator !== delegatee, "Proxy.NoSelfProxy")
  const [proxies, deposit] = Proxies.get(chain.state, delegator)
  ensure(!proxies.some((proxy) => isSame(proxy, added)), "Proxy.Duplicate")
  ensure(proxies.length < chain.constants.proxy.mostProxies, "Proxy.TooMany")
  const all = [...proxies, added].sort(compareProxies)
  const newDeposit = proxyDeposit(chain, all.length)
  moveDeposit(chain, delegator, deposit, newDeposit)
  Proxies.set(chain.state, delegator, [all, newDeposit])
  chain.deposit(ProxyEvents.ProxyAdded, { delegator, delegatee, proxy_type, delay })
}

/**
 * Ends that another account acts for one, and frees the deposit.
 *
 * @throws Proxy.NotFound
 * @clause state-50
 * @source pallets/proxy/src/lib.rs:986
 */
export function removeProxy(chain: Chain, delegator: AccountId, removed: ProxyDefinition): void {
  const { state } = chain
  const { delegate: delegatee, proxy_type, delay } = removed
  const [proxies, deposit] = Proxies.get(state, delegator)
  const left = proxies.filter((proxy) => !isSame(proxy, removed))
  ensure(left.length < proxies.length, "Proxy.NotFound")
  const newDeposit = proxyDeposit(chain, left.length)
  moveDeposit(chain, delegator, deposit, newDeposit)
  if (left.length > 0) Proxies.set(state, delegator, [left, newDeposit])
  else Proxies.remove(state, delegator)
  RealPaysFee.remove(state, delegator, delegatee)
  chain.deposit(ProxyEvents.ProxyRemoved, { delegator, delegatee, proxy_type, delay })
}

/**
 * Ends that anybody acts for an account, and frees what is reserved for it. No event tells of it.
 *
 * @clause state-50
 * @source pallets/proxy/src/lib.rs:1143
 */
export function removeProxies(chain: Chain, delegator: AccountId): void {
  const [, deposit] = Proxies.get(chain.state, delegator)
  Proxies.remove(chain.state, delegator)
  unreserve(chain, delegator, taoBalance(deposit))
  RealPaysFee.clearUnder(chain.state, delegator)
}

/**
 * The first proxy, in the order in which they are kept, by which an account may act for another: of a type, or of any.
 *
 * @throws Proxy.NotProxy
 * @clause state-51
 * @source pallets/proxy/src/lib.rs:1085
 */
export function findProxy(
  { state }: Chain,
  real: AccountId,
  delegate: AccountId,
  type: ProxyType | undefined,
): ProxyDefinition {
  const [proxies] = Proxies.get(state, real)
  const found = proxies.find(
    (proxy) => proxy.delegate === delegate && (type === undefined || proxy.proxy_type === type),
  )
  if (found === undefined) throw refuse("Proxy.NotProxy")
  return found
}

/**
 * Says who pays the fees of what an account does for another.
 *
 * @throws Proxy.NotProxy
 * @clause state-54
 * @source pallets/proxy/src/lib.rs:690
 */
export function setRealPaysFee(chain: Chain, real: AccountId, delegate: AccountId, pays: boolean): void {
  findProxy(chain, real, delegate, undefined)
  if (pays) RealPaysFee.set(chain.state, real, delegate, undefined)
  else RealPaysFee.remove(chain.state, real, delegate)
  chain.deposit(ProxyEvents.RealPaysFeeSet, { real, delegate, pays_fee: pays })
}

function isSame(a: ProxyDefinition, b: ProxyDefinition): boolean {
  return a.delegate === b.delegate && a.proxy_type === b.proxy_type && a.delay === b.delay
}

/** The order in which an account's proxies are kept: by account, then by type, then by delay. */
function compareProxies(a: ProxyDefinition, b: ProxyDefinition): number {
  const [first, second] = [accountAndType(a), accountAndType(b)]
  return first < second ? -1 : first > second ? 1 : a.delay - b.delay
}

function accountAndType(proxy: ProxyDefinition): string {
  return toHex(proxyDefinition.encode({ ...proxy, delay: 0 }))
}

/**
 * What an account has reserved for its proxies: nothing for none, else a base and so much for each.
 *
 * @returns rao
 * @clause state-50
 * @source pallets/proxy/src/lib.rs:1026
 */
export function proxyDeposit({ constants }: Chain, count: number): bigint {
  const { depositBase, depositPerProxy } = constants.proxy
  return depositOf(count, depositBase, depositPerProxy)
}

/**
 * What is reserved for a number of things: nothing for none, else a base and so much for each.
 *
 * @returns rao
 * @clause state-50
 * @source pallets/proxy/src/lib.rs:1026
 */
export function depositOf(count: number, base: bigint, each: bigint): bigint {
  return count === 0 ? 0n : base + each * BigInt(count)
}

/**
 * Reserves what is missing of a deposit, or frees what is too much.
 *
 * @param before rao
 * @param after rao
 * @clause state-50
 * @source pallets/proxy/src/lib.rs:1035
 */
export function moveDeposit(chain: Chain, who: AccountId, before: bigint, after: bigint): void {
  if (after > before) reserve(chain, who, taoBalance(after - before))
  if (after < before) unreserve(chain, who, taoBalance(before - after))
}
