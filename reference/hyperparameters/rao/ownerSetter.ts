import type { CallDeclaration } from "../../state/call.js"
import { type CallHandler, serve } from "../../state/dispatch.js"
import type { NetUid } from "../../state/primitives.js"
import { ensureSubnetOwnerOrRoot } from "../rights.js"
import type { Change, Check } from "../setter.js"

/**
 * A setter that the subnet's owner or root may call at any time and as often as they like: the checks in their order,
 * then the change.
 *
 * @clause hyperparameters-21
 * @source rao:pallets/admin-utils/src/lib.rs:181
 */
export function ownerSetter<Values extends { readonly netuid: NetUid }>(
  call: CallDeclaration<Values>,
  checks: readonly Check<Values>[],
  change: Change<Values>,
): CallHandler<Values> {
  return serve(call, (chain, origin, values) => {
    const owner = ensureSubnetOwnerOrRoot(chain, origin, values.netuid)
    for (const check of checks) check(chain, values, owner)
    change(chain, values)
  })
}
