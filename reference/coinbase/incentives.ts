import type { HotkeyEmission } from "../consensus/epochWithMechanisms.js"
import { burnSubnetAlpha, recycleSubnetAlpha } from "../emission/alphaAssets.js"
import { U96F32 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { type AccountId, type AlphaBalance, type NetUid, NO_ALPHA } from "../state/primitives.js"
import {
  AutoStakeDestination,
  MinerBurned,
  OwnedHotkeys,
  Owner,
  RecycleOrBurn,
  SubnetOwner,
  SubnetOwnerHotkey,
  Uids,
} from "../state/storage/subtensorModule.js"

/**
 * Pays a subnet's miners. What the owner's own hotkeys mined is withheld: recycled or burned, as the subnet is set.
 * Records which part of all incentive was withheld, which lowers the subnet's emission until its next epoch.
 *
 * @param emissions what the epoch gave, in order of the hotkeys' bytes
 * @clause coinbase-19
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:673
 */
export function payIncentives(chain: Chain, netuid: NetUid, emissions: readonly HotkeyEmission[]): void {
  const ownerHotkeys = ownerHotkeysOf(chain, netuid)
  let withheld: AlphaBalance = NO_ALPHA
  let total: AlphaBalance = NO_ALPHA
  for (const { hotkey, serverEmission: amount } of emissions) {
    total = U64.saturatingAdd(total, amount)
    if (ownerHotkeys.has(hotkey)) {
      withheld = U64.saturatingAdd(withheld, amount)
      withhold(chain, netuid, amount)
    } else {
      payMiner(chain, netuid, hotkey, amount)
    }
  }
  MinerBurned.set(chain.state, netuid, withheldProportion(withheld, total))
}

/**
 * Withheld ÷ total; zero if nothing was mined.
 *
 * @clause coinbase-19
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:739
 */
export function withheldProportion(withheld: AlphaBalance, total: AlphaBalance): U96F32 {
  return U96F32.checkedDiv(U96F32.saturatingFromInteger(withheld), U96F32.saturatingFromInteger(total)) ?? U96F32.ZERO
}

/**
 * The hotkeys on the subnet that its owner owns, and the one that is set as the owner's, if it is registered.
 *
 * @clause coinbase-19
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:605
 */
function ownerHotkeysOf({ state }: Chain, netuid: NetUid): ReadonlySet<AccountId> {
  const owned = OwnedHotkeys.get(state, SubnetOwner.get(state, netuid))
  const chosen = SubnetOwnerHotkey.has(state, netuid) ? [SubnetOwnerHotkey.get(state, netuid)] : []
  return new Set([...chosen, ...owned].filter((hotkey) => Uids.has(state, netuid, hotkey)))
}

function withhold(chain: Chain, netuid: NetUid, amount: AlphaBalance): void {
  if (RecycleOrBurn.get(chain.state, netuid) === "Recycle") recycleSubnetAlpha(chain, netuid, amount)
  else burnSubnetAlpha(chain, netuid, amount)
}

/** Stakes what a miner earned on its own hotkey, or on the one that its owner has chosen for the subnet. */
function payMiner(chain: Chain, netuid: NetUid, hotkey: AccountId, incentive: AlphaBalance): void {
  const owner = Owner.get(chain.state, hotkey)
  const chosen = AutoStakeDestination.get(chain.state, owner, netuid)
  if (chosen !== undefined) {
    chain.deposit(SubtensorModuleEvents.AutoStakeAdded, { netuid, destination: chosen, hotkey, owner, incentive })
  }
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, chosen ?? hotkey, owner, netuid, incentive)
}
