import { U64 } from "../numbers/integers.js"
import { reducibleBalance, transfer, withdraw } from "../state/balances.js"
import { type Credit, dropCredit, issue, resolveCredit, splitCredit } from "../state/balancesCredit.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, accountId, type NetUid, NO_TAO, type TaoBalance } from "../state/primitives.js"
import { attempt, ensure, refuse } from "../state/refusal.js"
import { TotalIssuance as CurrencyIssuance } from "../state/storage/balances.js"
import { TotalIssuance } from "../state/storage/subtensorModule.js"
import { subnetAccountId } from "../subnets/subnetAccount.js"
import { TOTAL_SUPPLY } from "./supply.js"

/** "modlburntnsr" and zeros: the account of burnt TAO, whose key nobody has. */
export const BURN_ACCOUNT: AccountId = accountId("0x6d6f646c6275726e746e73720000000000000000000000000000000000000000")

/**
 * What a coldkey can spend if its account may be reaped.
 *
 * @returns rao
 * @clause emission-04
 * @source pallets/subtensor/src/coinbase/tao.rs:229
 */
export function coldkeyBalance(chain: Chain, coldkey: AccountId): TaoBalance {
  return reducibleBalance(chain, coldkey, "Expendable")
}

/**
 * What a coldkey can spend while its account lives on.
 *
 * @returns rao
 * @clause emission-04
 * @source pallets/subtensor/src/coinbase/tao.rs:238
 */
export function keepAliveBalance(chain: Chain, coldkey: AccountId): TaoBalance {
  return reducibleBalance(chain, coldkey, "Preserve")
}

/**
 * Whether a coldkey can spend the amount if its account may be reaped.
 *
 * @param amount rao
 * @clause emission-04
 * @source pallets/subtensor/src/coinbase/tao.rs:221
 */
export function canRemoveFromColdkey(chain: Chain, coldkey: AccountId, amount: TaoBalance): boolean {
  return amount <= coldkeyBalance(chain, coldkey)
}

/**
 * Moves TAO from one coldkey to another; the source may be reaped.
 *
 * @param amount rao
 * @throws SubtensorModule.InsufficientBalance, and the errors of a transfer
 * @clause emission-05
 * @source pallets/subtensor/src/coinbase/tao.rs:70
 */
export function transferTao(chain: Chain, from: AccountId, to: AccountId, amount: TaoBalance): void {
  ensure(canRemoveFromColdkey(chain, from, amount), "SubtensorModule.InsufficientBalance")
  transferCountingDust(chain, from, to, amount)
}

/**
 * Moves everything that a coldkey can spend to another, and lets the account be reaped.
 *
 * @throws the errors of a transfer
 * @clause emission-05
 * @source pallets/subtensor/src/coinbase/tao.rs:94
 */
export function transferAllTaoAndKill(chain: Chain, from: AccountId, to: AccountId): void {
  const amount = coldkeyBalance(chain, from)
  if (amount > 0n) transferCountingDust(chain, from, to, amount)
}

/**
 * Transfers, and takes dust that was lost with it out of the issuance that SubtensorModule counts.
 *
 * @clause emission-05
 * @source pallets/subtensor/src/coinbase/tao.rs:38
 */
function transferCountingDust(chain: Chain, from: AccountId, to: AccountId, amount: TaoBalance): void {
  const before = CurrencyIssuance.get(chain.state)
  transfer(chain, from, to, amount, "Expendable")
  const dust = U64.saturatingSub(before, CurrencyIssuance.get(chain.state))
  if (dust > 0n) lowerIssuance(chain, dust)
}

/**
 * Takes an amount out of the issuance that SubtensorModule counts.
 *
 * @clause emission-05
 * @source pallets/subtensor/src/coinbase/tao.rs:58
 */
function lowerIssuance(chain: Chain, amount: TaoBalance): void {
  TotalIssuance.mutate(chain.state, (issuance) => U64.saturatingSub(issuance, amount))
}

/**
 * Moves TAO from a coldkey to a subnet's account: as much of the amount as leaves the coldkey's account alive.
 *
 * @param amount rao
 * @returns what was moved, in rao
 * @throws SubtensorModule.SubnetNotExists, SubtensorModule.InsufficientBalance when nothing can move, and the errors of a transfer
 * @clause emission-06
 * @source pallets/subtensor/src/coinbase/tao.rs:134
 */
export function transferTaoToSubnet(chain: Chain, netuid: NetUid, coldkey: AccountId, amount: TaoBalance): TaoBalance {
  if (amount === 0n) return NO_TAO
  const account = existingSubnetAccount(chain, netuid)
  const most = keepAliveBalance(chain, coldkey)
  const moved = amount < most ? amount : most
  ensure(moved > 0n, "SubtensorModule.InsufficientBalance")
  transfer(chain, coldkey, account, moved, "Preserve")
  return moved
}

/**
 * Moves TAO from a subnet's account to a coldkey.
 *
 * @param amount rao
 * @throws SubtensorModule.SubnetNotExists, SubtensorModule.InsufficientBalance, and the errors of a transfer
 * @clause emission-06
 * @source pallets/subtensor/src/coinbase/tao.rs:170
 */
export function transferTaoFromSubnet(chain: Chain, netuid: NetUid, coldkey: AccountId, amount: TaoBalance): void {
  transferTao(chain, existingSubnetAccount(chain, netuid), coldkey, amount)
}

/**
 * The account of a subnet that is there.
 *
 * @clause emission-06
 * @source pallets/subtensor/src/coinbase/tao.rs:143
 */
function existingSubnetAccount(chain: Chain, netuid: NetUid): AccountId {
  const account = subnetAccountId(chain, netuid)
  if (account === undefined) throw refuse("SubtensorModule.SubnetNotExists")
  return account
}

/**
 * Moves TAO to the burn account. It stays issued.
 *
 * @param amount rao
 * @throws SubtensorModule.InsufficientBalance, and the errors of a transfer
 * @clause emission-07
 * @source pallets/subtensor/src/coinbase/tao.rs:182
 */
export function burnTao(chain: Chain, coldkey: AccountId, amount: TaoBalance): void {
  transferTao(chain, coldkey, BURN_ACCOUNT, amount)
}

/**
 * Takes TAO out of the world, so that it can be emitted again. The coldkey's account lives on.
 *
 * @param amount rao
 * @throws SubtensorModule.InsufficientBalance, SubtensorModule.BalanceWithdrawalError
 * @clause emission-07
 * @source pallets/subtensor/src/coinbase/tao.rs:191
 */
export function recycleTao(chain: Chain, coldkey: AccountId, amount: TaoBalance): void {
  ensure(amount <= keepAliveBalance(chain, coldkey), "SubtensorModule.InsufficientBalance")
  lowerIssuance(chain, amount)
  const withdrawal = attempt(() => withdraw(chain, coldkey, amount, "Expendable", "Force"))
  if (!withdrawal.ok) throw refuse("SubtensorModule.BalanceWithdrawalError")
  dropCredit(chain, withdrawal.value)
}

/**
 * Mints TAO, as far as the supply has room beside the issuance that the currency counts.
 *
 * @param amount rao
 * @clause emission-03
 * @source pallets/subtensor/src/coinbase/tao.rs:252
 */
export function mintTao(chain: Chain, amount: TaoBalance): Credit {
  const minted = mintable(amount, CurrencyIssuance.get(chain.state))
  TotalIssuance.mutate(chain.state, (issuance) => U64.saturatingAdd(issuance, minted))
  return issue(chain, minted)
}

/**
 * How much of an amount can be minted when so much is issued: no more than the supply has room for.
 *
 * @param amount rao
 * @param issuance rao
 * @returns rao
 * @clause emission-03
 * @source pallets/subtensor/src/coinbase/tao.rs:256
 */
export function mintable(amount: TaoBalance, issuance: TaoBalance): TaoBalance {
  const room = U64.saturatingSub(TOTAL_SUPPLY, issuance)
  return amount < room ? amount : room
}

/**
 * Puts a part of a credit into an account. The rest stays in hand: all of it when the credit is smaller than the part,
 * or when the account cannot receive it.
 *
 * @param part rao
 * @clause emission-03
 * @source pallets/subtensor/src/coinbase/tao.rs:271
 */
export function spendTao(
  chain: Chain,
  account: AccountId,
  credit: Credit,
  part: TaoBalance,
): { readonly spent: boolean; readonly rest: Credit } {
  if (credit.amount < part) return { spent: false, rest: credit }
  const [toSpend, rest] = splitCredit(credit, part)
  const spent = resolveCredit(chain, account, toSpend)
  return { spent, rest: spent ? rest : credit }
}

/**
 * Lets go of what was minted and not spent: neither SubtensorModule nor the currency counts it as issued any more.
 *
 * @clause emission-03
 * @source pallets/subtensor/src/coinbase/tao.rs:290
 */
export function recycleCredit(chain: Chain, credit: Credit): void {
  lowerIssuance(chain, credit.amount)
  dropCredit(chain, credit)
}
