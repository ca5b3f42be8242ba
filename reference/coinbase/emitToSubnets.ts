import { mintAlphaOut, recycleSubnetAlpha } from "../emission/alphaAssets.js"
import { recycleCredit } from "../emission/tao.js"
import { U96F32 } from "../numbers/formats.js"
import { U64 } from "../numbers/integers.js"
import type { Credit } from "../state/balancesCredit.js"
import type { Chain } from "../state/chain.js"
import { type AlphaBalance, alphaBalance, type NetUid } from "../state/primitives.js"
import {
  OwnerCutEnabled,
  PendingOwnerCut,
  PendingRootAlphaDivs,
  PendingServerEmission,
  PendingValidatorEmission,
  SubnetAlphaOutEmission,
  SubnetOwnerCut,
} from "../state/storage/subtensorModule.js"
import { injectAndMaybeSwap } from "./injection.js"
import { participantShares } from "./participants.js"
import { rootProportion } from "./rootProportion.js"
import { type SubnetTerms, termsOf } from "./subnetTerms.js"
import { fractionOfU16 } from "./u16Fraction.js"

type Pending = typeof PendingServerEmission

/**
 * Emits to the subnets that take part: the terms of all, as they are before anything moves, in order of the subnets'
 * numbers; then TAO and alpha into each pool; then alpha for each one's participants. TAO that nobody received is
 * recycled.
 *
 * @param subnets in the order in which they are served
 * @param emissions each subnet's part of the block's TAO, in rao
 * @clause coinbase-08
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:228
 */
export function emitToSubnets(
  chain: Chain,
  subnets: readonly NetUid[],
  emissions: ReadonlyMap<NetUid, U96F32>,
  credit: Credit,
  sellsRoot: boolean,
): void {
  const terms = new Map<NetUid, SubnetTerms>()
  for (const [netuid, emission] of [...emissions].sort(([a], [b]) => a - b)) {
    terms.set(netuid, termsOf(chain, netuid, emission))
  }
  let left = credit
  for (const [netuid, of] of inOrder(subnets, terms)) left = injectAndMaybeSwap(chain, netuid, of, left)
  if (left.amount > 0n) recycleCredit(chain, left)
  for (const [netuid, { alphaOut }] of inOrder(subnets, terms)) emitToParticipants(chain, netuid, alphaOut, sellsRoot)
}

function inOrder<T>(subnets: readonly NetUid[], values: ReadonlyMap<NetUid, T>): readonly (readonly [NetUid, T])[] {
  return subnets.flatMap((netuid) => {
    const value = values.get(netuid)
    return value === undefined ? [] : [[netuid, value] as const]
  })
}

/**
 * Issues a subnet's alpha and adds it to what its participants have pending. Root's part is recycled instead while root
 * sells nothing. Root's proportion is taken anew, after the injection.
 *
 * @clause coinbase-08
 * @source pallets/subtensor/src/coinbase/run_coinbase.rs:257
 */
function emitToParticipants(chain: Chain, netuid: NetUid, alphaOut: U96F32, sellsRoot: boolean): void {
  const { state } = chain
  const created = alphaBalance(U96F32.saturatingToU64(alphaOut))
  SubnetAlphaOutEmission.set(state, netuid, created)
  mintAlphaOut(chain, netuid, created)

  const hasOwnerCut = OwnerCutEnabled.get(state, netuid)
  const ownerCut = hasOwnerCut ? fractionOfU16(SubnetOwnerCut.get(state)) : U96F32.ZERO
  const shares = participantShares(alphaOut, ownerCut, rootProportion(chain, netuid))
  if (hasOwnerCut) addPending(chain, PendingOwnerCut, netuid, shares.ownerCut)
  addPending(chain, PendingServerEmission, netuid, shares.server)
  addPending(chain, PendingValidatorEmission, netuid, shares.validator)
  if (sellsRoot) addPending(chain, PendingRootAlphaDivs, netuid, shares.root)
  else recycleSubnetAlpha(chain, netuid, shares.root)
}

function addPending({ state }: Chain, item: Pending, netuid: NetUid, amount: AlphaBalance): void {
  item.mutate(state, netuid, (pending) => U64.saturatingAdd(pending, amount))
}
