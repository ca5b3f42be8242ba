import type { ValueOf } from "../interface/valueType.js"
import type { Chain } from "./chain.js"
import { ProxyEvents } from "./events.js"
import type { announcement } from "./namedTypes.js"
import type { AccountId, Hash } from "./primitives.js"
import { depositOf, findProxy, moveDeposit, proxyDeposit } from "./proxies.js"
import { ensure } from "./refusal.js"
import { Announcements, Proxies } from "./storage/proxy.js"

/** What a proxy is going to do for an account: a call by its hash, and the block in which it said so. */
export type Announcement = ValueOf<typeof announcement>

/**
 * Announces a call that a proxy is going to make for an account, and reserves a deposit for it.
 *
 * @throws Proxy.NotProxy, Proxy.TooMany, and the errors of a reserve
 * @clause state-53
 * @source pallets/proxy/src/lib.rs:429
 */
export function announce(chain: Chain, delegate: AccountId, real: AccountId, callHash: Hash): void {
  findProxy(chain, real, delegate, undefined)
  const [pending, deposit] = Announcements.get(chain.state, delegate)
  ensure(pending.length < chain.constants.proxy.mostAnnouncements, "Proxy.TooMany")
  const added = { real, call_hash: callHash, height: Number(chain.blockNumber) }
  store(chain, delegate, [...pending, added], deposit)
  chain.deposit(ProxyEvents.Announced, { real, proxy: delegate, call_hash: callHash })
}

/**
 * Takes announcements of a proxy back, and frees their deposits.
 *
 * @throws Proxy.NotFound when there is none of these
 * @clause state-53
 * @source pallets/proxy/src/lib.rs:1062
 */
export function editAnnouncements(chain: Chain, delegate: AccountId, goes: (announced: Announcement) => boolean): void {
  const [pending, deposit] = Announcements.get(chain.state, delegate)
  const left = pending.filter((announced) => !goes(announced))
  ensure(left.length < pending.length, "Proxy.NotFound")
  store(chain, delegate, left, deposit)
}

/**
 * Takes a proxy's announcements of a call for an account back.
 *
 * @throws Proxy.NotFound
 * @clause state-53
 * @source pallets/proxy/src/lib.rs:488
 */
export function withdrawAnnouncement(chain: Chain, delegate: AccountId, real: AccountId, callHash: Hash): void {
  editAnnouncements(chain, delegate, (announced) => announced.real === real && announced.call_hash === callHash)
}

/**
 * Stores a proxy's announcements with their deposit; an empty list is removed.
 *
 * @clause state-53
 * @source pallets/proxy/src/lib.rs:1035
 */
function store(chain: Chain, delegate: AccountId, pending: readonly Announcement[], before: bigint): void {
  const deposit = announcementDeposit(chain, pending.length)
  moveDeposit(chain, delegate, before, deposit)
  if (pending.length === 0) Announcements.remove(chain.state, delegate)
  else Announcements.set(chain.state, delegate, [pending, deposit])
}

/**
 * What a proxy has reserved for its announcements.
 *
 * @returns rao
 * @clause state-53
 * @source pallets/proxy/src/lib.rs:1035
 */
function announcementDeposit({ constants }: Chain, count: number): bigint {
  return depositOf(count, constants.proxy.announcementBase, constants.proxy.depositPerAnnouncement)
}

/**
 * Brings the deposits for an account's proxies and announcements to what they cost now.
 *
 * @throws the errors of a reserve
 * @clause state-54
 * @source pallets/proxy/src/lib.rs:585
 */
export function pokeDeposits(chain: Chain, who: AccountId): void {
  const { state } = chain
  const [proxies, forProxies] = Proxies.get(state, who)
  const proxiesCost = proxyDeposit(chain, proxies.length)
  pokeDeposit(chain, who, "Proxies", forProxies, proxiesCost)
  if (proxies.length === 0) Proxies.remove(state, who)
  else Proxies.set(state, who, [proxies, proxiesCost])
  const [pending, forPending] = Announcements.get(state, who)
  pokeDeposit(chain, who, "Announcements", forPending, announcementDeposit(chain, pending.length))
  store(chain, who, pending, announcementDeposit(chain, pending.length))
}

/**
 * Brings one deposit to what it should be, and tells of a change.
 *
 * @clause state-54
 * @source pallets/proxy/src/lib.rs:590
 */
function pokeDeposit(
  chain: Chain,
  who: AccountId,
  kind: "Proxies" | "Announcements",
  before: bigint,
  after: bigint,
): void {
  moveDeposit(chain, who, before, after)
  if (before === after) return
  chain.deposit(ProxyEvents.DepositPoked, { who, kind, old_deposit: before, new_deposit: after })
}
