import type { CallDeclaration } from "../state/call.js"
import type { Chain } from "../state/chain.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import type { EventDeclaration } from "../state/event.js"
import { ensureRoot } from "../state/origin.js"
import { type AccountId, type NetUid, ROOT } from "../state/primitives.js"
import { type ErrorName, ensure } from "../state/refusal.js"
import type { StorageMap, StorageValue } from "../state/storageItem.js"
import { subnetExists } from "../subnets/existence.js"
import { type Bounds, isWithin } from "./bounds.js"
import { ensureAdminWindowOpen } from "./freezeWindow.js"
import { ensurePassesRateLimit, type RateLimit } from "./rateLimits.js"
import { ensureSubnetOwnerOrRoot } from "./rights.js"

/** A condition that a setter asks for; it throws the refusal. `owner` is undefined when root calls. */
export type Check<Values> = (chain: Chain, values: Values, owner: AccountId | undefined) => void

/** What a setter does once every check has passed. */
export type Change<Values> = (chain: Chain, values: Values) => void

/** The arguments of a setter that concerns one subnet. */
interface OfSubnet {
  readonly netuid: NetUid
}

/**
 * A setter that root alone may call: the checks in their order, then the change.
 *
 * @clause hyperparameters-04
 * @source pallets/admin-utils/src/lib.rs:232
 */
export function rootSetter<Values>(
  call: CallDeclaration<Values>,
  checks: readonly Check<Values>[],
  change: Change<Values>,
): CallHandler<Values> {
  return serve(call, (chain, origin, values) => {
    ensureRoot(origin)
    for (const check of checks) check(chain, values, undefined)
    change(chain, values)
  })
}

/**
 * A setter that the subnet's owner or root may call, outside the freeze window; how often, is limited for the owner
 * alone. The limit comes before the window, the window before the other checks.
 *
 * @clause hyperparameters-04
 * @source pallets/subtensor/src/utils/misc.rs:38
 */
export function limitedSetter<Values extends OfSubnet>(
  call: CallDeclaration<Values>,
  limit: RateLimit,
  checks: readonly Check<Values>[],
  change: Change<Values>,
): CallHandler<Values> {
  return serve(call, (chain, origin, values) => {
    const { netuid } = values
    const owner = ensureSubnetOwnerOrRoot(chain, origin, netuid)
    if (owner !== undefined) ensurePassesRateLimit(chain, limit, owner, netuid)
    ensureAdminWindowOpen(chain, netuid)
    for (const check of checks) check(chain, values, owner)
    change(chain, values)
    if (owner !== undefined) limit.recordChange(chain, owner, netuid)
  })
}

/**
 * A setter that the subnet's owner or root may call as often as they like, outside the freeze window.
 *
 * @clause hyperparameters-04
 * @source pallets/admin-utils/src/lib.rs:2205
 */
export function unlimitedSetter<Values extends OfSubnet>(
  call: CallDeclaration<Values>,
  checks: readonly Check<Values>[],
  change: Change<Values>,
): CallHandler<Values> {
  return serve(call, (chain, origin, values) => {
    const owner = ensureSubnetOwnerOrRoot(chain, origin, values.netuid)
    ensureAdminWindowOpen(chain, values.netuid)
    for (const check of checks) check(chain, values, owner)
    change(chain, values)
  })
}

/**
 * Refuses inside the freeze window.
 *
 * @clause hyperparameters-04
 * @source pallets/admin-utils/src/lib.rs:232
 */
export const windowIsOpen: Check<OfSubnet> = (chain, { netuid }) => ensureAdminWindowOpen(chain, netuid)

/**
 * Refuses with AdminUtils.SubnetDoesNotExist.
 *
 * @clause hyperparameters-04
 * @source pallets/admin-utils/src/lib.rs:232
 */
export const subnetIsThere: Check<OfSubnet> = (chain, { netuid }) =>
  ensure(subnetExists(chain, netuid), "AdminUtils.SubnetDoesNotExist")

/**
 * Refuses with AdminUtils.NotPermittedOnRootSubnet.
 *
 * @clause hyperparameters-04
 * @source pallets/admin-utils/src/lib.rs:232
 */
export const subnetIsNotRoot: Check<OfSubnet> = (_chain, { netuid }) =>
  ensure(netuid !== ROOT, "AdminUtils.NotPermittedOnRootSubnet")

/**
 * Refuses a value outside the bounds of the fork.
 *
 * @clause hyperparameters-04
 * @source pallets/admin-utils/src/lib.rs:232
 */
export function within<Values, Value extends number | bigint>(
  choose: (values: Values) => Value,
  boundsOf: (bounds: Chain["constants"]["hyperparameterBounds"]) => Bounds<Value>,
  error: ErrorName,
): Check<Values> {
  return ({ constants }, values) => ensure(isWithin(choose(values), boundsOf(constants.hyperparameterBounds)), error)
}

/**
 * Stores a value of the subnet and tells of it.
 *
 * @clause hyperparameters-04
 * @source pallets/admin-utils/src/lib.rs:232
 */
export function storesOnSubnet<Values extends OfSubnet, Value>(
  item: StorageMap<NetUid, Value>,
  event: EventDeclaration<readonly [NetUid, Value]>,
  choose: (values: Values) => Value,
): Change<Values> {
  return (chain, values) => {
    item.set(chain.state, values.netuid, choose(values))
    chain.deposit(event, [values.netuid, choose(values)])
  }
}

/**
 * Stores a value of the whole chain and tells of it.
 *
 * @clause hyperparameters-04
 * @source pallets/admin-utils/src/lib.rs:232
 */
export function stores<Values, Value>(
  item: StorageValue<Value>,
  event: EventDeclaration<Value>,
  choose: (values: Values) => Value,
): Change<Values> {
  return (chain, values) => {
    item.set(chain.state, choose(values))
    chain.deposit(event, choose(values))
  }
}
