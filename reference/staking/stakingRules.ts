import type { Chain } from "../state/chain.js"
import type { AccountId, AlphaBalance, NetUid, TaoBalance } from "../state/primitives.js"
import type { SharePools } from "./sharePools.js"
import type { StakeTransition } from "./stakeTransition.js"

/** What forks do differently with stake. */
export interface StakingRules {
  /** What is staked with a hotkey on all subnets together, at the prices of now, in rao. */
  totalStakeForHotkey(chain: Chain, hotkey: AccountId): TaoBalance
  /** Takes alpha from one position to another and gives what it was worth, in rao. */
  transitionStake(chain: Chain, transition: StakeTransition): TaoBalance
  /** Adds alpha to a coldkey's stake with a hotkey on a subnet. */
  increaseStakeForHotkeyAndColdkeyOnSubnet(
    chain: Chain,
    hotkey: AccountId,
    coldkey: AccountId,
    netuid: NetUid,
    amount: AlphaBalance,
  ): void
  readonly sharePools: SharePools
  readonly poolLimits: PoolLimits
  readonly lastTakeChange: LastTakeChange
}

/** How much fits within price limits where there is a pool. */
export interface PoolLimits {
  /** The most rao that can be staked before the price goes beyond a limit, in rao per alpha. */
  toAdd(chain: Chain, netuid: NetUid, limitPrice: TaoBalance): TaoBalance
  /** The most alpha rao that can be unstaked before the price goes below a limit, in rao per alpha. */
  toRemove(chain: Chain, netuid: NetUid, limitPrice: TaoBalance): AlphaBalance
  /** The most alpha rao that can go to another pool before its price there falls below a limit, 10^9 times that price. */
  toMove(chain: Chain, origin: NetUid, destination: NetUid, limitPrice: TaoBalance): AlphaBalance
}

/** Where it is noted in which block a hotkey's take was last changed; zero for never. */
export interface LastTakeChange {
  get(chain: Chain, hotkey: AccountId): bigint
  set(chain: Chain, hotkey: AccountId, block: bigint): void
}
