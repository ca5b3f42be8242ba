import { swapRelations } from "../../children/rao/swapRelations.js"
import { U64F64 } from "../../numbers/formats.js"
import { U64 } from "../../numbers/integers.js"
import { isSenator, swapSenator } from "../../root/rao/senate.js"
import type { Chain } from "../../state/chain.js"
import type { AccountId } from "../../state/primitives.js"
import { TaoDividendsPerSubnet } from "../../state/rao/storage/subtensorModule.js"
import {
  Alpha,
  AlphaDividendsPerSubnet,
  LastTxBlock,
  LastTxBlockChildKeyTake,
  LastTxBlockDelegateTake,
  Owner,
  SubnetOwnerHotkey,
  TotalHotkeyAlpha,
  TotalHotkeyAlphaLastEpoch,
  TotalHotkeyShares,
} from "../../state/storage/subtensorModule.js"
import { subnetNetuids } from "../../subnets/existence.js"
import { subnetOwnerHotkey } from "../../subnets/neurons.js"
import { moveDividends, moveLastEpochAlpha } from "../moveHotkeyStake.js"
import { moveNeuron } from "../moveNeuron.js"
import { moveDelegateTake, replaceInOwned, replaceStakingHotkey } from "../swapHotkeyEverywhere.js"

/** When a hotkey acted last: any rate-limited transaction, a change of its take, one of its childkey take. */
const LAST_TRANSACTIONS = [LastTxBlock, LastTxBlockDelegateTake, LastTxBlockChildKeyTake] as const

/**
 * Puts a hotkey in the place of another on every subnet, in the senate, and with everybody who stakes with it.
 *
 * @throws SenateMembers.AlreadyMember, after owner, stake and last transactions were moved
 * @clause keys-81
 * @source rao:pallets/subtensor/src/swap/swap_hotkey.rs:138
 */
export function swapHotkeyEverywhere(chain: Chain, coldkey: AccountId, from: AccountId, to: AccountId): void {
  Owner.remove(chain.state, from)
  Owner.set(chain.state, to, coldkey)
  replaceInOwned(chain, coldkey, from, to)
  moveTotals(chain, from, to)
  moveLastTransactions(chain, from, to)
  if (isSenator(chain, from)) swapSenator(chain, from, to)
  moveDelegateTake(chain, from, to)
  for (const netuid of subnetNetuids(chain)) moveNeuron(chain, from, to, netuid)
  moveShares(chain, from, to)
  swapRelations(chain, from, to)
  moveSubnets(chain, from, to)
  moveAllDividends(chain, from, to)
}

/** Adds what is staked with the hotkey, and the shares of it, to what the other has. */
function moveTotals({ state }: Chain, from: AccountId, to: AccountId): void {
  for (const [netuid, alpha] of TotalHotkeyAlpha.entriesUnder(state, from)) {
    TotalHotkeyAlpha.remove(state, from, netuid)
    TotalHotkeyAlpha.mutate(state, to, netuid, (before) => U64.saturatingAdd(alpha, before))
  }
  for (const [netuid, shares] of TotalHotkeyShares.entriesUnder(state, from)) {
    TotalHotkeyShares.remove(state, from, netuid)
    TotalHotkeyShares.mutate(state, to, netuid, (before) => U64F64.saturatingAdd(shares, before))
  }
}

function moveLastTransactions({ state }: Chain, from: AccountId, to: AccountId): void {
  for (const item of LAST_TRANSACTIONS) {
    const block = item.get(state, from)
    item.remove(state, from)
    item.set(state, to, block)
  }
}

/** Adds each coldkey's shares to those that it has with the other hotkey. */
function moveShares(chain: Chain, from: AccountId, to: AccountId): void {
  const { state } = chain
  const entries = Alpha.entriesUnder(state, from)
  Alpha.clearUnder(state, from)
  for (const [[coldkey, netuid], share] of entries) {
    Alpha.mutate(state, to, coldkey, netuid, (before) => U64F64.saturatingAdd(before, share))
    replaceStakingHotkey(chain, coldkey, from, to)
  }
}

/** Lets the subnets that are run with the hotkey be run with the other. */
function moveSubnets(chain: Chain, from: AccountId, to: AccountId): void {
  for (const netuid of subnetNetuids(chain)) {
    if (subnetOwnerHotkey(chain, netuid) === from) SubnetOwnerHotkey.set(chain.state, netuid, to)
  }
}

/** Adds the dividends that the hotkey is remembered for to the other's, on the subnets where it had stake at the last epoch. */
function moveAllDividends(chain: Chain, from: AccountId, to: AccountId): void {
  for (const [netuid] of TotalHotkeyAlphaLastEpoch.entriesUnder(chain.state, from)) {
    moveLastEpochAlpha(chain, from, to, netuid)
    moveDividends(chain, AlphaDividendsPerSubnet, from, to, netuid)
    moveDividends(chain, TaoDividendsPerSubnet, from, to, netuid)
  }
}
