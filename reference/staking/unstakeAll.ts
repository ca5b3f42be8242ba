import { hotkeyAccountExists } from "../keys/ownership.js"
import { U64 } from "../numbers/integers.js"
import { MAX_PRICE, MIN_PRICE } from "../pool/swapOrder.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type NetUid, NO_TAO, ROOT, type TaoBalance } from "../state/primitives.js"
import { attempt, ensure } from "../state/refusal.js"
import { SubtokenEnabled } from "../state/storage/subtensorModule.js"
import { subnetNetuids } from "../subnets/existence.js"
import { clearSmallNomination } from "./smallNominations.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "./stake.js"
import { stakeIntoSubnet } from "./stakeIntoSubnet.js"
import { unstakeFromSubnet } from "./unstakeFromSubnet.js"
import { validateRemoveStake } from "./validateRemoveStake.js"

/**
 * Unstakes all that a coldkey has with a hotkey, on every network, at whatever prices. Networks where that is not
 * allowed keep their stake.
 *
 * @clause staking-44
 * @source pallets/subtensor/src/staking/remove_stake.rs:121
 */
export function unstakeAll(chain: Chain, coldkey: AccountId, hotkey: AccountId): void {
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  for (const netuid of subnetNetuids(chain)) unstakeWhereAllowed(chain, hotkey, coldkey, netuid)
}

/**
 * Unstakes all that a coldkey has with a hotkey on every subnet and stakes the TAO with the hotkey on root. Subnets
 * where that is not allowed keep their stake.
 *
 * @clause staking-45
 * @source pallets/subtensor/src/staking/remove_stake.rs:206
 */
export function unstakeAllAlpha(chain: Chain, coldkey: AccountId, hotkey: AccountId): void {
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  const subnets = subnetNetuids(chain).filter((netuid) => netuid !== ROOT)
  const tao = subnets.reduce<TaoBalance>(
    (sum, netuid) => U64.saturatingAdd(sum, unstakeWhereAllowed(chain, hotkey, coldkey, netuid)),
    NO_TAO,
  )
  stakeIntoSubnet(chain, hotkey, coldkey, ROOT, tao, MAX_PRICE, false)
}

/**
 * Unstakes all of a coldkey's stake with a hotkey on a network, unless it may not be unstaked, and gives the rao.
 *
 * @clause staking-43
 * @source pallets/subtensor/src/staking/remove_stake.rs:137
 */
function unstakeWhereAllowed(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): TaoBalance {
  if (!SubtokenEnabled.get(chain.state, netuid)) return NO_TAO
  const alpha = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
  const allowed = attempt(() => validateRemoveStake(chain, { coldkey, hotkey, netuid, alpha }, alpha, false))
  if (!allowed.ok) return NO_TAO
  const tao = unstakeFromSubnet(chain, hotkey, coldkey, netuid, alpha, MIN_PRICE, false)
  clearSmallNomination(chain, hotkey, coldkey, netuid)
  return tao
}
