import { transferTaoFromSubnet } from "../emission/tao.js"
import { recordProtocolOutflow } from "../emission/taoFlow.js"
import { I96F32 } from "../numbers/formats.js"
import { U64, U128 } from "../numbers/integers.js"
import { MIN_PRICE } from "../pool/swapOrder.js"
import { increaseStakeForHotkeyAndColdkeyOnSubnet, stakeForHotkeyAndColdkeyOnSubnet } from "../staking/stake.js"
import { swapAlphaForTao } from "../staking/subnetSwaps.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import {
  type AccountId,
  type AlphaBalance,
  alphaBalance,
  type NetUid,
  netUid,
  ROOT,
  type TaoBalance,
} from "../state/primitives.js"
import { refuse } from "../state/refusal.js"
import {
  RootClaimable,
  RootClaimableThreshold,
  RootClaimed,
  RootClaimType,
  StakingHotkeys,
  SubnetAlphaOut,
  SubnetRootSellTao,
  SubnetTAO,
  TotalStake,
} from "../state/storage/subtensorModule.js"
import { subnetAccountId } from "../subnets/subnetAccount.js"
import { adjustRootClaimedForAddedStake } from "./rootClaimed.js"

/** What a coldkey wants done with the alpha it claims. */
export type ClaimType = ReturnType<typeof RootClaimType.get>

/**
 * What stake on root is owed of a subnet's alpha: rate · stake − claimed, with its fraction; negative when more was
 * claimed.
 *
 * @param rate alpha rao per rao
 * @param rootStake rao
 * @param claimed alpha rao, u128
 * @clause root-03
 * @source pallets/subtensor/src/staking/claim_root.rs:76
 */
export function owedAlpha(rate: I96F32, rootStake: bigint, claimed: bigint): I96F32 {
  const claimable = I96F32.saturatingMul(rate, I96F32.saturatingFromInteger(rootStake))
  return I96F32.saturatingSub(claimable, I96F32.saturatingFromInteger(claimed))
}

/**
 * What a coldkey's stake on root with a hotkey is owed of a subnet's alpha.
 *
 * @clause root-03
 * @source pallets/subtensor/src/staking/claim_root.rs:97
 */
export function rootOwed(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): I96F32 {
  const { state } = chain
  const rate = RootClaimable.get(state, hotkey).find(([of]) => of === netuid)?.[1] ?? I96F32.ZERO
  const rootStake = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, ROOT)
  return owedAlpha(rate, rootStake, RootClaimed.get(state, netuid, hotkey, coldkey))
}

/**
 * Claims what a coldkey's stake on root with a hotkey is owed of a subnet's alpha, floored: nothing below the threshold,
 * unless the caller ignores it. The alpha is staked on the subnet, or sold without fee and staked on root.
 *
 * @clause root-04
 * @source pallets/subtensor/src/staking/claim_root.rs:132
 */
export function rootClaimOnSubnet(
  chain: Chain,
  hotkey: AccountId,
  coldkey: AccountId,
  netuid: NetUid,
  claimType: ClaimType,
  ignoreThreshold: boolean,
): void {
  const { state } = chain
  const owed = rootOwed(chain, hotkey, coldkey, netuid)
  if (!ignoreThreshold && owed < RootClaimableThreshold.get(state, netuid)) return
  const alpha = alphaBalance(I96F32.saturatingToU64(owed))
  if (alpha === 0n) return
  if (sells(claimType, netuid)) sellForRoot(chain, hotkey, coldkey, netuid, alpha)
  else increaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid, alpha)
  RootClaimed.mutate(state, netuid, hotkey, coldkey, (claimed) => U128.saturatingAdd<bigint>(claimed, alpha))
}

function sells(claimType: ClaimType, netuid: NetUid): boolean {
  if (claimType.type === "KeepSubnets") return !claimType.value.subnets.includes(netuid)
  return claimType.type === "Swap"
}

/**
 * Sells claimed alpha without fee or limit and stakes the TAO on root, with the same hotkey.
 *
 * @clause root-05
 * @source pallets/subtensor/src/staking/claim_root.rs:177
 */
function sellForRoot(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, alpha: AlphaBalance): void {
  const { amountPaidOut: tao } = swapAlphaForTao(chain, netuid, alpha, MIN_PRICE, true)
  const rootAccount = subnetAccountId(chain, ROOT)
  if (rootAccount === undefined) throw refuse("SubtensorModule.RootNetworkDoesNotExist")
  transferTaoFromSubnet(chain, netuid, rootAccount, tao)
  SubnetRootSellTao.mutate(chain.state, netuid, (total) => U64.saturatingAdd(total, tao))
  recordProtocolOutflow(chain, netuid, tao)
  stakeOnRoot(chain, hotkey, coldkey, tao)
}

/**
 * Stakes TAO that is already on root's account.
 *
 * @clause root-05
 * @source pallets/subtensor/src/staking/claim_root.rs:219
 */
function stakeOnRoot(chain: Chain, hotkey: AccountId, coldkey: AccountId, tao: TaoBalance): void {
  const { state } = chain
  const alpha = alphaBalance(tao)
  increaseStakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, ROOT, alpha)
  SubnetTAO.mutate(state, ROOT, (total) => U64.saturatingAdd(total, tao))
  SubnetAlphaOut.mutate(state, ROOT, (total) => U64.saturatingAdd(total, alpha))
  TotalStake.mutate(state, (total) => U64.saturatingAdd(total, tao))
  adjustRootClaimedForAddedStake(chain, hotkey, coldkey, tao)
}

/**
 * Claims for a coldkey what its stake on root is owed, with every hotkey it stakes on and of every subnet, or of those
 * named. One refusal undoes all of it.
 *
 * @clause root-06
 * @source pallets/subtensor/src/staking/claim_root.rs:363
 */
export function claimRoot(chain: Chain, coldkey: AccountId, subnets?: ReadonlySet<number>): void {
  chain.transaction(() => {
    for (const hotkey of StakingHotkeys.get(chain.state, coldkey)) claimWithHotkey(chain, hotkey, coldkey, subnets)
    chain.deposit(SubtensorModuleEvents.RootClaimed, { coldkey })
  })
}

function claimWithHotkey(chain: Chain, hotkey: AccountId, coldkey: AccountId, subnets?: ReadonlySet<number>): void {
  const claimType = RootClaimType.get(chain.state, coldkey)
  for (const [netuid] of RootClaimable.get(chain.state, hotkey)) {
    if (subnets !== undefined && !subnets.has(netuid)) continue
    rootClaimOnSubnet(chain, hotkey, coldkey, netUid(netuid), claimType, false)
  }
}
