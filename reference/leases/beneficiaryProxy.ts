import type { ValueOf } from "../interface/valueType.js"
import { reserve, unreserve } from "../state/balancesReserve.js"
import type { Chain } from "../state/chain.js"
import { ProxyEvents } from "../state/events.js"
import { proxyDefinition } from "../state/namedTypes.js"
import { type AccountId, type TaoBalance, taoBalance } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { toHex } from "../state/scaleTypes.js"
import { Proxies, RealPaysFee } from "../state/storage/proxy.js"

type ProxyDefinition = ValueOf<typeof proxyDefinition>

/** How the beneficiary of a lease acts for it: at once, in what concerns the subnet. */
const BENEFICIARY = { proxy_type: "SubnetLeaseBeneficiary", delay: 0 } as const

/**
 * Lets the beneficiary of a lease act for the lease's coldkey, which has a deposit reserved for it.
 *
 * @throws Proxy.NoSelfProxy, Proxy.Duplicate, Proxy.TooMany, and the errors of a reserve
 * @clause leases-11
 * @source pallets/proxy/src/lib.rs:941
 */
export function addBeneficiaryProxy(chain: Chain, leaseColdkey: AccountId, beneficiary: AccountId): void {
  ensure(leaseColdkey !== beneficiary, "Proxy.NoSelfProxy")
  const [proxies, deposit] = Proxies.get(chain.state, leaseColdkey)
  ensure(!proxies.some((proxy) => isBeneficiary(proxy, beneficiary)), "Proxy.Duplicate")
  ensure(proxies.length < chain.constants.proxy.mostProxies, "Proxy.TooMany")
  const added = [...proxies, { delegate: beneficiary, ...BENEFICIARY }].sort(compareProxies)
  const newDeposit = proxyDeposit(chain, added.length)
  moveDeposit(chain, leaseColdkey, taoBalance(deposit), newDeposit)
  Proxies.set(chain.state, leaseColdkey, [added, newDeposit])
  chain.deposit(ProxyEvents.ProxyAdded, { delegator: leaseColdkey, delegatee: beneficiary, ...BENEFICIARY })
}

/**
 * Ends that the beneficiary of a lease acts for the lease's coldkey, and frees the deposit.
 *
 * @throws Proxy.NotFound
 * @clause leases-11
 * @source pallets/proxy/src/lib.rs:986
 */
export function removeBeneficiaryProxy(chain: Chain, leaseColdkey: AccountId, beneficiary: AccountId): void {
  const { state } = chain
  const [proxies, deposit] = Proxies.get(state, leaseColdkey)
  ensure(
    proxies.some((proxy) => isBeneficiary(proxy, beneficiary)),
    "Proxy.NotFound",
  )
  const left = proxies.filter((proxy) => !isBeneficiary(proxy, beneficiary))
  const newDeposit = proxyDeposit(chain, left.length)
  moveDeposit(chain, leaseColdkey, taoBalance(deposit), newDeposit)
  if (left.length > 0) Proxies.set(state, leaseColdkey, [left, newDeposit])
  else Proxies.remove(state, leaseColdkey)
  RealPaysFee.remove(state, leaseColdkey, beneficiary)
  chain.deposit(ProxyEvents.ProxyRemoved, { delegator: leaseColdkey, delegatee: beneficiary, ...BENEFICIARY })
}

function isBeneficiary(proxy: ProxyDefinition, beneficiary: AccountId): boolean {
  const { proxy_type, delay } = BENEFICIARY
  return proxy.delegate === beneficiary && proxy.proxy_type === proxy_type && proxy.delay === delay
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
 * @clause leases-11
 * @source pallets/proxy/src/lib.rs:1026
 */
function proxyDeposit({ constants }: Chain, count: number): TaoBalance {
  const { depositBase, depositPerProxy } = constants.proxy
  return taoBalance(count === 0 ? 0n : depositBase + depositPerProxy * BigInt(count))
}

/** Reserves what is missing of a deposit, or frees what is too much. */
function moveDeposit(chain: Chain, who: AccountId, before: TaoBalance, after: TaoBalance): void {
  if (after > before) reserve(chain, who, taoBalance(after - before))
  if (after < before) unreserve(chain, who, taoBalance(before - after))
}
