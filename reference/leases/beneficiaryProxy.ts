import type { Chain } from "../state/chain.js"
import type { AccountId } from "../state/primitives.js"
import { addProxy, removeProxy } from "../state/proxies.js"

/** How the beneficiary of a lease acts for it: at once, in what concerns the subnet. */
const BENEFICIARY = { proxy_type: "SubnetLeaseBeneficiary", delay: 0 } as const

/**
 * Lets the beneficiary of a lease act for the lease's coldkey, which has a deposit reserved for it.
 *
 * @throws Proxy.NoSelfProxy, Proxy.Duplicate, Proxy.TooMany, and the errors of a reserve
 * @clause leases-11
 * @source runtime/src/lib.rs:793
 */
export function addBeneficiaryProxy(chain: Chain, leaseColdkey: AccountId, beneficiary: AccountId): void {
  addProxy(chain, leaseColdkey, { delegate: beneficiary, ...BENEFICIARY })
}

/**
 * Ends that the beneficiary of a lease acts for the lease's coldkey, and frees the deposit.
 *
 * @throws Proxy.NotFound
 * @clause leases-11
 * @source runtime/src/lib.rs:802
 */
export function removeBeneficiaryProxy(chain: Chain, leaseColdkey: AccountId, beneficiary: AccountId): void {
  removeProxy(chain, leaseColdkey, { delegate: beneficiary, ...BENEFICIARY })
}
