import { burnTokens } from "../../emission/rao/burnTokens.js"
import {
  addBalanceToColdkey,
  canRemoveFromColdkey,
  removeBalanceFromColdkey,
  takeAllFromColdkey,
} from "../../emission/rao/coldkeyTao.js"
import { coldkeyBalance } from "../../emission/tao.js"
import { U64F64 } from "../../numbers/formats.js"
import type { Chain } from "../../state/chain.js"
import { ensureRoot, type Origin } from "../../state/origin.js"
import type { AccountId, TaoBalance } from "../../state/primitives.js"
import { SubtensorModuleEvents } from "../../state/rao/events.js"
import { ColdkeySwapScheduled } from "../../state/rao/storage/subtensorModule.js"
import { attempt, ensure } from "../../state/refusal.js"
import {
  Alpha,
  IdentitiesV2,
  LastTxBlock,
  OwnedHotkeys,
  Owner,
  StakingHotkeys,
  SubnetOwner,
} from "../../state/storage/subtensorModule.js"
import { subnetNetuids } from "../../subnets/existence.js"
import { hotkeyAccountExists } from "../ownership.js"
import { moveListOfOwned, moveStakingHotkeys } from "../swapColdkey.js"

/**
 * Root moves everything of a coldkey to another: identity, subnets, stake, hotkeys and balance. The old coldkey pays a
 * price that is burned.
 *
 * @param cost rao
 * @clause keys-82
 * @source rao:pallets/subtensor/src/swap/swap_coldkey.rs:22
 */
export function swapColdkey(chain: Chain, origin: Origin, from: AccountId, to: AccountId, cost: TaoBalance): void {
  const { state, blockNumber } = chain
  ensureRoot(origin)
  ensure(StakingHotkeys.get(state, to).length === 0, "SubtensorModule.ColdKeyAlreadyAssociated")
  ensure(!hotkeyAccountExists(chain, to), "SubtensorModule.NewColdKeyIsHotkey")
  moveIdentity(chain, from, to)
  ensure(canRemoveFromColdkey(chain, from, cost), "SubtensorModule.NotEnoughBalanceToPaySwapColdKey")

  burnTokens(chain, removeBalanceFromColdkey(chain, from, cost))
  // What was moved before the balance could not be stays moved, and nobody hears of the refusal.
  attempt(() => moveEverything(chain, from, to))
  LastTxBlock.set(state, to, blockNumber)
  ColdkeySwapScheduled.remove(state, from)
  chain.deposit(SubtensorModuleEvents.ColdkeySwapped, { old_coldkey: from, new_coldkey: to, swap_cost: cost })
}

function moveIdentity({ state }: Chain, from: AccountId, to: AccountId): void {
  const identity = IdentitiesV2.get(state, from)
  if (identity === undefined) return
  IdentitiesV2.remove(state, from)
  IdentitiesV2.set(state, to, identity)
}

function moveEverything(chain: Chain, from: AccountId, to: AccountId): void {
  const { state } = chain
  for (const netuid of subnetNetuids(chain)) {
    if (SubnetOwner.get(state, netuid) === from) SubnetOwner.set(state, netuid, to)
  }
  moveShares(chain, from, to)
  moveStakingHotkeys(chain, from, to)
  for (const hotkey of OwnedHotkeys.get(state, from)) Owner.set(state, hotkey, to)
  moveListOfOwned(chain, from, to)
  moveBalance(chain, from, to)
}

/** Adds the coldkey's shares to the other's, with each hotkey that it stakes with on each network, also where it has none. */
function moveShares(chain: Chain, from: AccountId, to: AccountId): void {
  const { state } = chain
  for (const hotkey of StakingHotkeys.get(state, from)) {
    for (const netuid of subnetNetuids(chain)) {
      const share = Alpha.get(state, hotkey, from, netuid)
      Alpha.mutate(state, hotkey, to, netuid, (before) => U64F64.saturatingAdd(before, share))
      Alpha.remove(state, hotkey, from, netuid)
    }
  }
}

function moveBalance(chain: Chain, from: AccountId, to: AccountId): void {
  const balance = coldkeyBalance(chain, from)
  if (balance === 0n) return
  takeAllFromColdkey(chain, from, balance)
  addBalanceToColdkey(chain, to, balance)
}
