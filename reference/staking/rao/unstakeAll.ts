import { addBalanceToColdkey } from "../../emission/rao/coldkeyTao.js"
import { hotkeyAccountExists } from "../../keys/ownership.js"
import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { type AccountId, type NetUid, NO_TAO, ROOT, type TaoBalance } from "../../state/primitives.js"
import { attempt, ensure } from "../../state/refusal.js"
import { subnetNetuids } from "../../subnets/existence.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "../stake.js"
import { feeOfUnstaking } from "./fees.js"
import { clearSmallNomination } from "./smallNominations.js"
import { stakeIntoSubnet } from "./stakeIntoSubnet.js"
import { unstakeFromSubnet } from "./unstakeFromSubnet.js"
import { validateRemoveStake } from "./validateRemoveStake.js"

/**
 * Unstakes all that a coldkey has with a hotkey, on every network, and pays the coldkey. Networks where that is not allowed
 * keep their stake.
 *
 * @clause staking-87
 * @source rao:pallets/subtensor/src/staking/remove_stake.rs:118
 */
export function unstakeAll(chain: Chain, coldkey: AccountId, hotkey: AccountId): void {
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  for (const netuid of subnetNetuids(chain)) {
    unstakeWhereAllowed(chain, hotkey, coldkey, netuid, (tao) => addBalanceToColdkey(chain, coldkey, tao))
  }
}

/**
 * Unstakes all that a coldkey has with a hotkey on every subnet and stakes the TAO with the hotkey on root, which costs
 * nothing more. Subnets where that is not allowed keep their stake.
 *
 * @clause staking-88
 * @source rao:pallets/subtensor/src/staking/remove_stake.rs:207
 */
export function unstakeAllAlpha(chain: Chain, coldkey: AccountId, hotkey: AccountId): void {
  ensure(hotkeyAccountExists(chain, hotkey), "SubtensorModule.HotKeyAccountNotExists")
  let total = NO_TAO
  for (const netuid of subnetNetuids(chain)) {
    if (netuid === ROOT) continue
    unstakeWhereAllowed(chain, hotkey, coldkey, netuid, (tao) => {
      total = U64.saturatingAdd(total, tao)
    })
  }
  stakeIntoSubnet(chain, hotkey, coldkey, ROOT, total, NO_TAO)
}

/**
 * Unstakes all of a coldkey's stake with a hotkey on a network, unless it may not be unstaked or there is none, and hands
 * over the rao before the rest of a small nomination is cleared.
 *
 * @clause staking-86
 * @source rao:pallets/subtensor/src/staking/remove_stake.rs:136
 */
function unstakeWhereAllowed(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  handOver: (tao: TaoBalance) => void,
): void {
  const alpha = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
  const allowed = attempt(() => validateRemoveStake(chain, { coldkey, hotkey, netuid, alpha }, alpha, false))
  if (!allowed.ok || alpha === 0n) return
  const fee = feeOfUnstaking(chain, hotkey, netuid, alpha)
  handOver(unstakeFromSubnet(chain, hotkey, coldkey, netuid, alpha, fee))
  clearSmallNomination(chain, hotkey, coldkey, netuid)
}
