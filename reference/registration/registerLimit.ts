import type { Chain } from "../state/chain.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, type NetUid, ROOT, type TaoBalance } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import { Burn } from "../state/storage/subtensorModule.js"
import { subnetExists } from "../subnets/existence.js"
import { burnedRegister } from "./burnedRegister.js"

/**
 * Registers a hotkey as a neuron of a subnet unless the price is above a limit. What the limit needs is checked first,
 * then everything that a registration without a limit checks.
 *
 * @param limit rao
 * @clause registration-12
 * @source pallets/subtensor/src/subnets/registration.rs:134
 */
export function registerLimit(
  chain: Chain,
  origin: Origin,
  netuid: NetUid,
  hotkey: AccountId,
  limit: TaoBalance,
): void {
  ensureSigned(origin)
  ensure(netuid !== ROOT, "SubtensorModule.RegistrationNotPermittedOnRootSubnet")
  ensure(subnetExists(chain, netuid), "SubtensorModule.SubnetNotExists")
  ensure(Burn.get(chain.state, netuid) <= limit, "SubtensorModule.RegistrationPriceLimitExceeded")
  burnedRegister(chain, origin, netuid, hotkey)
}
