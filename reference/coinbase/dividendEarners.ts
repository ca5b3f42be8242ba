import { childkeyTake } from "../children/childkeyTake.js"
import type { HotkeyEmission } from "../consensus/epochWithMechanisms.js"
import { recycleSubnetAlpha } from "../emission/alphaAssets.js"
import { U96F32 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type NetUid, ROOT } from "../state/primitives.js"
import { ChildKeys, CKBurn, Owner, ParentKeys, TaoWeight, TotalHotkeyAlpha } from "../state/storage/subtensorModule.js"
import type { DividendEarner } from "./dividendSplit.js"
import {
  type DividendParent,
  dividendsToParents,
  type HotkeyDividend,
  type ParentDividends,
} from "./dividendsToParents.js"
import { type HotkeyStake, selfContribution } from "./selfContribution.js"

/**
 * Who earns the dividends of a subnet's epoch, and how much: each validator's dividend is divided between its parents
 * and itself, childkey burn is recycled, and what comes together on a hotkey is added up.
 *
 * @returns in order of the hotkeys' bytes
 * @clause coinbase-15
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:468
 */
export function earnersOf(
  chain: Chain,
  netuid: NetUid,
  emissions: readonly HotkeyEmission[],
): readonly DividendEarner[] {
  const divided = dividendsOfValidators(chain, netuid, emissions, { take: childkeyTake, burn: CKBurn.get(chain.state) })
  for (const amount of divided.flatMap(({ recycled }) => recycled)) recycleSubnetAlpha(chain, netuid, amount)
  return gatherEarners(
    chain,
    netuid,
    divided.flatMap(({ dividends }) => dividends),
  )
}

/** What is kept back of a dividend that goes to a parent of another owner. */
export interface ChildkeyTerms {
  /** The take of a validator on a subnet, of u16::MAX. */
  readonly take: (chain: Chain, hotkey: AccountId, netuid: NetUid) => number
  /** The part that is recycled, of u64::MAX. */
  readonly burn: bigint
}

/**
 * Each validator's dividend divided between its parents and itself, as families and stake are stored now.
 *
 * @clause coinbase-15
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:944
 */
export function dividendsOfValidators(
  chain: Chain,
  netuid: NetUid,
  emissions: readonly HotkeyEmission[],
  terms: ChildkeyTerms,
): readonly ParentDividends[] {
  const { state } = chain
  const taoWeight = TaoWeight.get(state)
  return emissions.map(({ hotkey, validatorEmission }) => {
    const children = ChildKeys.get(state, hotkey, netuid).map(([proportion]) => proportion)
    return dividendsToParents({
      hotkey,
      dividend: validatorEmission,
      selfContribution: selfContribution(stakeOf(chain, netuid, hotkey), children, taoWeight),
      parents: parentsOf(chain, netuid, hotkey),
      childkeyTake: terms.take(chain, hotkey, netuid),
      childkeyBurn: terms.burn,
      taoWeight,
    })
  })
}

/**
 * What each hotkey earned, added up over all validators, and its stake.
 *
 * @returns in order of the hotkeys' bytes
 * @clause coinbase-15
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:468
 */
export function gatherEarners(
  chain: Chain,
  netuid: NetUid,
  dividends: readonly HotkeyDividend[],
): readonly DividendEarner[] {
  const earned = new Map<AccountId, U96F32>()
  for (const [earner, dividend] of dividends) {
    const sum = U96F32.saturatingAdd(earned.get(earner) ?? U96F32.ZERO, U96F32.saturatingFromInteger(dividend))
    earned.set(earner, sum)
  }
  return Array.from(earned, ([hotkey, dividend]) => ({ hotkey, dividend, stake: stakeOf(chain, netuid, hotkey) })).sort(
    (a, b) => (a.hotkey < b.hotkey ? -1 : 1),
  )
}

function parentsOf(chain: Chain, netuid: NetUid, hotkey: AccountId): readonly DividendParent[] {
  const { state } = chain
  const owner = Owner.get(state, hotkey)
  return ParentKeys.get(state, hotkey, netuid).map(([proportion, parent]) => ({
    hotkey: parent,
    proportion,
    stake: stakeOf(chain, netuid, parent),
    hasSameOwner: Owner.get(state, parent) === owner,
  }))
}

function stakeOf({ state }: Chain, netuid: NetUid, hotkey: AccountId): HotkeyStake {
  return { alpha: TotalHotkeyAlpha.get(state, hotkey, netuid), tao: TotalHotkeyAlpha.get(state, hotkey, ROOT) }
}
