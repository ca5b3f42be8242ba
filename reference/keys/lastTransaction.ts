import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { AccountId } from "../state/primitives.js"
import { LastRateLimitedBlock, TxRateLimit } from "../state/storage/subtensorModule.js"

const KINDS = ["LastTxBlock", "LastTxBlockDelegateTake", "LastTxBlockChildKeyTake"] as const

function keyOf(account: AccountId, type: (typeof KINDS)[number] = "LastTxBlock") {
  return { type, value: account } as const
}

/**
 * Whether so few blocks have gone by since an account's last rate-limited transaction that it must wait.
 *
 * @clause keys-34
 * @source pallets/subtensor/src/utils/rate_limiting.rs:256
 */
export function exceedsTransactionRateLimit(chain: Chain, account: AccountId): boolean {
  return isTooSoonAfter(chain, LastRateLimitedBlock.get(chain.state, keyOf(account)))
}

/**
 * Whether so few blocks have gone by since a rate-limited transaction; never after block 0, or without a limit.
 *
 * @clause keys-34
 * @source pallets/subtensor/src/utils/rate_limiting.rs:256
 */
export function isTooSoonAfter({ state, blockNumber }: Chain, last: bigint): boolean {
  const limit = TxRateLimit.get(state)
  return limit !== 0n && last !== 0n && U64.saturatingSub(blockNumber, last) <= limit
}

/**
 * Remembers this block as that of an account's last rate-limited transaction.
 *
 * @clause keys-34
 * @source pallets/subtensor/src/utils/rate_limiting.rs:225
 */
export function recordTransaction({ state, blockNumber }: Chain, account: AccountId): void {
  LastRateLimitedBlock.set(state, keyOf(account), blockNumber)
}

/**
 * Lets a hotkey have acted when another did: the blocks of its last transaction and of its last changes of takes.
 *
 * @clause keys-34
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:107
 */
export function copyLastTransactions({ state }: Chain, from: AccountId, to: AccountId): void {
  for (const kind of KINDS)
    LastRateLimitedBlock.set(state, keyOf(to, kind), LastRateLimitedBlock.get(state, keyOf(from, kind)))
}

/**
 * Forgets when a hotkey acted.
 *
 * @clause keys-34
 * @source pallets/subtensor/src/swap/swap_hotkey.rs:300
 */
export function forgetLastTransactions({ state }: Chain, hotkey: AccountId): void {
  for (const kind of KINDS) LastRateLimitedBlock.remove(state, keyOf(hotkey, kind))
}
