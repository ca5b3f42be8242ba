import type { HotkeyEmission } from "../../consensus/epochWithMechanisms.js"
import { epoch } from "../../consensus/rao/storedEpoch.js"
import { U64 } from "../../numbers/integers.js"
import { creditShare } from "../../staking/stake.js"
import type { Chain } from "../../state/chain.js"
import { type AccountId, type AlphaBalance, alphaBalance, type NetUid, NO_ALPHA } from "../../state/primitives.js"
import { ChildkeyTake, Owner, TaoWeight } from "../../state/storage/subtensorModule.js"
import { subnetOwnerHotkey } from "../../subnets/neurons.js"
import { payAlphaDividends } from "../alphaDividends.js"
import { hasIncentive } from "../distribution.js"
import { type ChildkeyTerms, dividendsOfValidators, gatherEarners } from "../dividendEarners.js"
import { splitDividends } from "../dividendSplit.js"
import { stakeOwnerCut } from "../ownerCut.js"
import type { GatheredEmission } from "./dueEpoch.js"
import { payTaoDividends } from "./taoDividends.js"

/** A validator's take from its parents is what it has set, and nothing is recycled. */
const CHILDKEY_TERMS: ChildkeyTerms = {
  take: ({ state }, hotkey, netuid) => ChildkeyTake.get(state, hotkey, netuid),
  burn: 0n,
}

/**
 * Gives out what a subnet has gathered. The epoch divides all of the alpha, what was sold for root included, and so says
 * who deserves what; miners are then paid what it says, while its dividends only give the shares of the validators' alpha
 * and of root's TAO.
 *
 * @clause coinbase-37
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:562
 */
export function distributeEmission(chain: Chain, netuid: NetUid, gathered: GatheredEmission): void {
  const { alpha, alphaSold } = gathered
  const emissions = epoch(chain, netuid, U64.saturatingAdd(alpha, alphaSold))
  const dividends = dividendsOfValidators(chain, netuid, emissions, CHILDKEY_TERMS).flatMap((of) => of.dividends)
  const split = splitDividends({
    earners: gatherEarners(chain, netuid, dividends),
    pendingValidator: hasIncentive(emissions) ? validatorsAlpha(alpha, alphaSold) : alpha,
    pendingRoot: gathered.rootTao,
    taoWeight: TaoWeight.get(chain.state),
  })
  stakeOwnerCut(chain, netuid, gathered.ownerCut)
  payIncentives(chain, netuid, emissions)
  payAlphaDividends(chain, netuid, split.alpha)
  payTaoDividends(chain, netuid, split.root)
}

/**
 * The validators' half of all alpha that was gathered, less what was sold for root, where miners earned anything.
 *
 * @returns alpha rao
 * @clause coinbase-37
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:597
 */
export function validatorsAlpha(alpha: AlphaBalance, alphaSold: AlphaBalance): AlphaBalance {
  return U64.saturatingSub(alphaBalance(U64.saturatingAdd(alpha, alphaSold) / 2n), alphaSold)
}

/**
 * Stakes what each miner earned for the coldkey that owns it. What the subnet owner's hotkey mined goes to nobody. What
 * comes together on a hotkey with several uids, which no call makes, is staked at once.
 *
 * @param emissions in order of the hotkeys' bytes
 * @clause coinbase-38
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:427
 */
function payIncentives(chain: Chain, netuid: NetUid, emissions: readonly HotkeyEmission[]): void {
  const incentives = new Map<AccountId, AlphaBalance>()
  for (const { hotkey, serverEmission } of emissions) {
    incentives.set(hotkey, U64.saturatingAdd(incentives.get(hotkey) ?? NO_ALPHA, serverEmission))
  }
  const ownerHotkey = subnetOwnerHotkey(chain, netuid)
  for (const [hotkey, incentive] of incentives) {
    if (hotkey === ownerHotkey) continue
    creditShare(chain, hotkey, Owner.get(chain.state, hotkey), netuid, incentive)
  }
}
