import { owningColdkeyForHotkey } from "../keys/ownership.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { signedBy } from "../state/origin.js"
import { type NetUid, ROOT } from "../state/primitives.js"
import { attempt, ensure, refuse } from "../state/refusal.js"
import { AutoParentDelegationEnabled, Keys } from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { subnetOwnerHotkey } from "../subnets/neurons.js"
import { scheduleChildren } from "./scheduleChildren.js"

/**
 * Lets every validator of root become a parent of the hotkey that a subnet is run with, with all of its stake, as if its
 * coldkey had asked for it; those who have said no are left out, and so is that hotkey itself. Where it is refused to
 * one, the others are asked all the same.
 *
 * @clause children-30
 * @source pallets/subtensor/src/staking/set_children.rs:817
 */
export function scheduleRootValidatorsAsParents(chain: Chain, netuid: NetUid): void {
  ensure(netuid !== ROOT, "SubtensorModule.RegistrationNotPermittedOnRootSubnet")
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  const child = subnetOwnerHotkey(chain, netuid)
  if (child === undefined) throw refuse("SubtensorModule.SubnetNotExists")
  for (const [, validator] of Keys.entriesUnder(chain.state, ROOT)) {
    if (validator === child || !AutoParentDelegationEnabled.get(chain.state, validator)) continue
    const origin = signedBy(owningColdkeyForHotkey(chain, validator))
    attempt(() => scheduleChildren(chain, origin, validator, netuid, [[U64.MAX, child]]))
  }
}
