import { U32 } from "../numbers/integers.js"
import type { Chain } from "./chain.js"
import { SystemEvents } from "./events.js"
import type { AccountId } from "./primitives.js"
import { ensure } from "./refusal.js"
import { Account } from "./storage/system.js"

/** The most consumers an account may have, but for those that ignore the limit. */
const MAX_CONSUMERS = 16

/**
 * Adds a reason for the account to exist. The first reason creates it.
 *
 * @clause state-05
 * @source frame-system 41.0.0 src/lib.rs:1624
 */
export function addProvider(chain: Chain, who: AccountId): void {
  const account = Account.get(chain.state, who)
  if (account.providers !== 0 || account.sufficients !== 0) {
    Account.set(chain.state, who, { ...account, providers: U32.saturatingAdd(account.providers, 1) })
    return
  }
  Account.set(chain.state, who, { ...account, providers: 1 })
  chain.deposit(SystemEvents.NewAccount, { account: who })
}

/**
 * Takes a reason to exist away. An account with no other reason is removed with all that it holds. Nothing happens to
 * an account that is not there.
 *
 * @throws ConsumerRemaining when the last provider would go while consumers remain
 * @clause state-05
 * @source frame-system 41.0.0 src/lib.rs:1641
 */
export function removeProvider(chain: Chain, who: AccountId): void {
  if (!Account.has(chain.state, who)) return
  const account = Account.get(chain.state, who)
  const others = account.providers === 0 ? 0 : account.providers - 1
  if (others === 0 && account.consumers === 0 && account.sufficients === 0) {
    Account.remove(chain.state, who)
    chain.deposit(SystemEvents.KilledAccount, { account: who })
    return
  }
  ensure(others > 0 || account.consumers === 0, "ConsumerRemaining")
  Account.set(chain.state, who, { ...account, providers: others })
}

/**
 * Whether a provider can be taken away: nothing consumes the account, or another provider is left.
 *
 * @clause state-05
 * @source frame-system 41.0.0 src/lib.rs:1805
 */
export function canRemoveProvider(chain: Chain, who: AccountId): boolean {
  const { consumers, providers } = Account.get(chain.state, who)
  return consumers === 0 || providers > 1
}

/**
 * Adds something that needs the account to exist.
 *
 * @throws NoProviders for an account without a reason to exist, TooManyConsumers above 16
 * @clause state-06
 * @source frame-system 41.0.0 src/lib.rs:1750
 */
export function addConsumer(chain: Chain, who: AccountId): void {
  ensure(hasProviders(chain, who), "NoProviders")
  ensure(Account.get(chain.state, who).consumers < MAX_CONSUMERS, "TooManyConsumers")
  addConsumerWithoutLimit(chain, who)
}

/**
 * Adds something that needs the account to exist, however many there are.
 *
 * @throws NoProviders for an account without a reason to exist
 * @clause state-06
 * @source frame-system 41.0.0 src/lib.rs:1768
 */
export function addConsumerWithoutLimit(chain: Chain, who: AccountId): void {
  ensure(hasProviders(chain, who), "NoProviders")
  Account.mutate(chain.state, who, (account) => ({
    ...account,
    consumers: U32.saturatingAdd(account.consumers, 1),
  }))
}

/**
 * Takes away something that needed the account. Below zero there is nothing to take.
 *
 * @clause state-06
 * @source frame-system 41.0.0 src/lib.rs:1781
 */
export function removeConsumer(chain: Chain, who: AccountId): void {
  Account.mutate(chain.state, who, (account) => ({
    ...account,
    consumers: U32.saturatingSub(account.consumers, 1),
  }))
}

/**
 * Whether the account has a provider.
 *
 * @clause state-05
 * @source frame-system 41.0.0 src/lib.rs:1731
 */
export function hasProviders(chain: Chain, who: AccountId): boolean {
  return Account.get(chain.state, who).providers > 0
}
