import { U64F64 } from "../../../reference/numbers/formats.js"
import { SafeFloat } from "../../../reference/numbers/safeFloat.js"
import {
  type AccountId,
  type AlphaBalance,
  type NetUid,
  ROOT,
  type TaoBalance,
  taoBalance,
} from "../../../reference/state/primitives.js"
import { raoRuntime } from "../../../reference/state/rao/runtime.js"
import { balancerRuntime } from "../../../reference/state/runtime.js"
import type { State, StorageDeclarations } from "../../../reference/state/state.js"
import { TotalIssuance as CurrencyIssuance } from "../../../reference/state/storage/balances.js"
import {
  Alpha,
  AlphaV2,
  SubtokenEnabled,
  TotalHotkeyShares,
  TotalHotkeySharesV2,
  TotalIssuance,
} from "../../../reference/state/storage/subtensorModule.js"
import { PalSwapInitialized } from "../../../reference/state/storage/swap.js"
import { Account } from "../../../reference/state/storage/system.js"
import { accountOfNetuid } from "../../../reference/subnets/subnetAccount.js"
import { sharesOf } from "./amounts.js"

/** What forks write down differently of subnets and stake. */
export interface Bookkeeping {
  readonly storage: StorageDeclarations
  /** Lets alpha of a subnet be traded. */
  openAlpha(state: State, netuid: NetUid): void
  /** A new pool that holds so much TAO, newly issued. */
  openPool(state: State, netuid: NetUid, taoReserve: TaoBalance): void
  /** TAO that is newly issued and staked on root. */
  holdOfRoot(state: State, amount: TaoBalance): void
  /** A coldkey's shares of a hotkey's pool, one for each alpha rao. */
  addShares(state: State, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, amount: AlphaBalance): void
}

const COUNTED_BY_TODAYS_RULES = 1n << 127n

function countIssued(state: State, amount: TaoBalance): void {
  TotalIssuance.mutate(state, (issued) => taoBalance(issued + amount))
}

/** Gives an account so much TAO, newly issued. */
export function issueTo(state: State, who: AccountId, amount: TaoBalance): void {
  const before = Account.get(state, who)
  const free = before.data.free + amount
  const data = { ...before.data, free, flags: COUNTED_BY_TODAYS_RULES }
  Account.set(state, who, { ...before, providers: 1, data })
  CurrencyIssuance.mutate(state, (issued) => taoBalance(issued + amount))
  countIssued(state, amount)
}

/** What is staked is in the accounts of subnets. */
export const balancerBooks: Bookkeeping = {
  storage: balancerRuntime.storage,
  openAlpha: (state, netuid) => SubtokenEnabled.set(state, netuid, true),
  openPool(state, netuid, taoReserve) {
    issueTo(state, accountOfNetuid(netuid), taoReserve)
    PalSwapInitialized.set(state, netuid, true)
  },
  holdOfRoot: (state, amount) => issueTo(state, accountOfNetuid(ROOT), amount),
  addShares(state, hotkey, coldkey, netuid, amount) {
    const share = sharesOf(amount)
    const add = (before: SafeFloat) => SafeFloat.add(before, share) ?? share
    AlphaV2.mutate(state, hotkey, coldkey, netuid, add)
    TotalHotkeySharesV2.mutate(state, hotkey, netuid, add)
  },
}

/** What is staked is in no account, and shares are U64F64. */
export const raoBooks: Bookkeeping = {
  storage: raoRuntime.storage,
  openAlpha: () => {},
  openPool: (state, _netuid, taoReserve) => countIssued(state, taoReserve),
  holdOfRoot: countIssued,
  addShares(state, hotkey, coldkey, netuid, amount) {
    const share = U64F64.fromInteger(amount)
    const add = (before: U64F64) => U64F64.add(before, share)
    Alpha.mutate(state, hotkey, coldkey, netuid, add)
    TotalHotkeyShares.mutate(state, hotkey, netuid, add)
  },
}
