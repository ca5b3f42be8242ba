import { U64 } from "../numbers/integers.js"
import {
  addConsumer,
  addConsumerWithoutLimit,
  addProvider,
  hasProviders,
  removeConsumer,
  removeProvider,
} from "./accounts.js"
import type { Chain } from "./chain.js"
import { BalancesEvents } from "./events.js"
import { type AccountId, type TaoBalance, taoBalance } from "./primitives.js"
import { TotalIssuance } from "./storage/balances.js"
import { Account } from "./storage/system.js"

/** What an account holds, in rao: free to move, reserved for a purpose, and how much of both is frozen. */
export interface Balance {
  readonly free: bigint
  readonly reserved: bigint
  readonly frozen: bigint
  /** The highest bit says that the account's references are counted by today's rules. */
  readonly flags: bigint
}

/** The flag of an account whose references are counted by today's rules. */
const COUNTED_BY_TODAYS_RULES = 1n << 127n

/** What an account that is not there holds. */
const NO_BALANCE: Balance = { free: 0n, reserved: 0n, frozen: 0n, flags: COUNTED_BY_TODAYS_RULES }

/**
 * What the account holds.
 *
 * @clause state-07
 * @source pallet-balances 42.0.0 src/lib.rs:941
 */
export function balanceOf(chain: Chain, who: AccountId): Balance {
  return Account.get(chain.state, who).data
}

/**
 * Changes what an account holds and all that follows: the references that a balance and a reserve hold, the account's
 * birth and death, and the removal of dust.
 *
 * @clause state-07
 * @source pallet-balances 42.0.0 src/lib.rs:1035
 */
export function changeBalance(chain: Chain, who: AccountId, change: (balance: Balance) => Balance): void {
  upgradeAccount(chain, who)
  const before = balanceOf(chain, who)
  const after = change(before)
  moveReferences(chain, who, before, after)
  storeBalance(chain, who, isEmpty(chain, after) ? NO_BALANCE : after)
  if (isUntouched(before)) chain.deposit(BalancesEvents.Endowed, { account: who, free_balance: after.free })
  if (isEmpty(chain, after)) removeDust(chain, who, taoBalance(after.free))
}

/**
 * Whether a balance is what an account that is not there has.
 *
 * @clause state-07
 * @source frame-system 41.0.0 src/lib.rs:2466
 */
function isUntouched({ free, reserved, frozen, flags }: Balance): boolean {
  return free === 0n && reserved === 0n && frozen === 0n && flags === COUNTED_BY_TODAYS_RULES
}

/**
 * Whether a balance is too little to be kept: below the existential deposit, with nothing reserved.
 *
 * @clause state-07
 * @source pallet-balances 42.0.0 src/lib.rs:1096
 */
function isEmpty(chain: Chain, { free, reserved }: Balance): boolean {
  return free < chain.constants.existentialDeposit && reserved === 0n
}

/**
 * A balance of at least the existential deposit is a provider of its account; a reserve or a freeze is a consumer.
 *
 * @clause state-07
 * @source pallet-balances 42.0.0 src/lib.rs:1053
 */
function moveReferences(chain: Chain, who: AccountId, before: Balance, after: Balance): void {
  const provides = ({ free }: Balance): boolean => free >= chain.constants.existentialDeposit
  if (!provides(before) && provides(after)) addProvider(chain, who)
  if (consumes(before) && !consumes(after)) removeConsumer(chain, who)
  if (!consumes(before) && consumes(after)) addConsumer(chain, who)
  if (consumes(after) && Account.get(chain.state, who).consumers === 0) addConsumer(chain, who)
  // Last, because it may remove the account.
  if (provides(before) && !provides(after)) removeProvider(chain, who)
}

/**
 * Whether a balance needs its account to exist.
 *
 * @clause state-07
 * @source pallet-balances 42.0.0 src/lib.rs:1045
 */
function consumes({ reserved, frozen }: Balance): boolean {
  return reserved !== 0n || frozen !== 0n
}

/**
 * Stores the balance in an account that exists by some reference, and removes one that does not.
 *
 * @clause state-07
 * @source frame-system 41.0.0 src/lib.rs:2469
 */
function storeBalance(chain: Chain, who: AccountId, balance: Balance): void {
  const account = Account.get(chain.state, who)
  if (account.providers > 0 || account.sufficients > 0) Account.set(chain.state, who, { ...account, data: balance })
  else Account.remove(chain.state, who)
}

/**
 * Takes what an emptied account is left with out of the currency's issuance. The issuance that SubtensorModule counts
 * is not touched.
 *
 * @clause state-07
 * @source pallet-balances 42.0.0 src/lib.rs:1119
 */
function removeDust(chain: Chain, who: AccountId, dust: TaoBalance): void {
  if (dust === 0n) return
  chain.deposit(BalancesEvents.DustLost, { account: who, amount: dust })
  TotalIssuance.mutate(chain.state, (issuance) => U64.saturatingSub(issuance, dust))
}

/**
 * Brings an account of the oldest kind, whose references were counted by other rules, to today's: a reserve gets the
 * consumer that it lacks, and a provider and the existential deposit if there is none.
 *
 * @clause state-08
 * @source pallet-balances 42.0.0 src/lib.rs:886
 */
export function upgradeAccount(chain: Chain, who: AccountId): void {
  const balance = balanceOf(chain, who)
  if ((balance.flags & COUNTED_BY_TODAYS_RULES) !== 0n) return
  const lacksConsumer = balance.reserved !== 0n && balance.frozen === 0n
  const lacksProvider = lacksConsumer && !hasProviders(chain, who)
  if (lacksProvider) addProvider(chain, who)
  if (lacksConsumer) addConsumerWithoutLimit(chain, who)
  storeBalance(chain, who, {
    ...balance,
    free: lacksProvider ? atLeast(balance.free, chain.constants.existentialDeposit) : balance.free,
    flags: balance.flags | COUNTED_BY_TODAYS_RULES,
  })
  chain.deposit(BalancesEvents.Upgraded, { who })
}

function atLeast(amount: bigint, least: bigint): bigint {
  return amount > least ? amount : least
}
