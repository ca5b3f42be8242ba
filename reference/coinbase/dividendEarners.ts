import { childkeyTake } from "../children/childkeyTake.js"
import type { HotkeyEmission } from "../consensus/epochWithMechanisms.js"
import { recycleSubnetAlpha } from "../emission/alphaAssets.js"
import { U96F32 } from "../numbers/formats.js"
import type { Chain } from "../state/chain.js"
import { type AccountId, type AlphaBalance, type NetUid, ROOT } from "../state/primitives.js"
import { ChildKeys, CKBurn, Owner, ParentKeys, TaoWeight, TotalHotkeyAlpha } from "../state/storage/subtensorModule.js"
import type { DividendEarner } from "./dividendSplit.js"
import { type DividendParent, dividendsToParents, type ParentDividends } from "./dividendsToParents.js"
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
  const earned = new Map<AccountId, U96F32>()
  for (const { hotkey, validatorEmission } of emissions) {
    const { dividends, recycled } = parentDividends(chain, netuid, hotkey, validatorEmission)
    for (const amount of recycled) recycleSubnetAlpha(chain, netuid, amount)
    for (const [earner, dividend] of dividends) {
      const sum = U96F32.saturatingAdd(earned.get(earner) ?? U96F32.ZERO, U96F32.saturatingFromInteger(dividend))
      earned.set(earner, sum)
    }
  }
  return Array.from(earned, ([hotkey, dividend]) => ({ hotkey, dividend, stake: stakeOf(chain, netuid, hotkey) })).sort(
    (a, b) => (a.hotkey < b.hotkey ? -1 : 1),
  )
}

/**
 * A validator's dividend divided between its parents and itself, as families and stake are stored now.
 *
 * @clause coinbase-15
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:944
 */
function parentDividends(chain: Chain, netuid: NetUid, hotkey: AccountId, dividend: AlphaBalance): ParentDividends {
  const { state } = chain
  const taoWeight = TaoWeight.get(state)
  const children = ChildKeys.get(state, hotkey, netuid).map(([proportion]) => proportion)
  return dividendsToParents({
    hotkey,
    dividend,
    selfContribution: selfContribution(stakeOf(chain, netuid, hotkey), children, taoWeight),
    parents: parentsOf(chain, netuid, hotkey),
    childkeyTake: childkeyTake(chain, hotkey, netuid),
    childkeyBurn: CKBurn.get(state),
    taoWeight,
  })
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
