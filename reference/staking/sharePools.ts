import type { Chain } from "../state/chain.js"
import { type AccountId, alphaBalance, type NetUid } from "../state/primitives.js"
import { TotalHotkeyAlpha } from "../state/storage/subtensorModule.js"

/** A value that many keys own in shares: all stake of a hotkey on a subnet, owned by the coldkeys that staked it. */
export interface SharePool<Share> {
  /** What the shares are worth together, in alpha rao (u64). */
  readonly sharedValue: bigint
  /** The sum of all shares. */
  readonly denominator: Share
}

/** A pool after a change, with the share that changed. */
export interface ChangedShare<Share> {
  readonly pool: SharePool<Share>
  readonly share: Share
  /** The change of the share's value that took place (i64). */
  readonly update: bigint
}

/** How a fork counts in shares. Updates are in alpha rao (i64). */
export interface ShareRules<Share> {
  valueOfShare(pool: SharePool<Share>, share: Share): bigint
  updateIsWorthShares(pool: SharePool<Share>, update: bigint): boolean
  updateForAll(pool: SharePool<Share>, update: bigint): SharePool<Share>
  updateForOne(pool: SharePool<Share>, share: Share, update: bigint): ChangedShare<Share>
}

/** Where a fork keeps shares. */
export interface ShareStorage<Share> {
  readDenominator(chain: Chain, hotkey: AccountId, netuid: NetUid): Share
  writeDenominator(chain: Chain, hotkey: AccountId, netuid: NetUid, denominator: Share): void
  hasShare(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): boolean
  readShare(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): Share
  writeShare(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, share: Share): void
}

/** The share pools of hotkeys on subnets, whatever their shares are counted in. Updates are in alpha rao (i64). */
export interface SharePools {
  /** Whether a coldkey has a share of a hotkey's pool. */
  hasShare(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): boolean
  /** What a coldkey's share is worth, in alpha rao. */
  valueOfShare(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid): bigint
  /** Whether a hotkey's pool is fine enough for an update to be worth any shares. */
  updateIsWorthShares(chain: Chain, hotkey: AccountId, netuid: NetUid, update: bigint): boolean
  /** Changes the value of all shares of a hotkey's pool together. */
  updateForAll(chain: Chain, hotkey: AccountId, netuid: NetUid, update: bigint): void
  /** Changes the value of a coldkey's share, and gives the change that took place. */
  updateForOne(chain: Chain, hotkey: AccountId, coldkey: AccountId, netuid: NetUid, update: bigint): bigint
}

/**
 * The share pools of hotkeys, counted by a fork's rules and kept where the fork keeps them. A change of one share writes
 * the denominator, then the share, then the shared value.
 *
 * @clause staking-59
 * @source pallets/subtensor/src/staking/stake_utils.rs:1048
 */
export function sharePools<Share>(rules: ShareRules<Share>, storage: ShareStorage<Share>): SharePools {
  const poolOf = (chain: Chain, hotkey: AccountId, netuid: NetUid): SharePool<Share> => ({
    sharedValue: TotalHotkeyAlpha.get(chain.state, hotkey, netuid),
    denominator: storage.readDenominator(chain, hotkey, netuid),
  })
  return {
    hasShare: storage.hasShare,
    valueOfShare: (chain, hotkey, coldkey, netuid) =>
      rules.valueOfShare(poolOf(chain, hotkey, netuid), storage.readShare(chain, hotkey, coldkey, netuid)),
    updateIsWorthShares: (chain, hotkey, netuid, update) =>
      rules.updateIsWorthShares(poolOf(chain, hotkey, netuid), update),
    updateForAll(chain, hotkey, netuid, update) {
      writeSharedValue(chain, hotkey, netuid, rules.updateForAll(poolOf(chain, hotkey, netuid), update).sharedValue)
    },
    updateForOne(chain, hotkey, coldkey, netuid, asked) {
      const share = storage.readShare(chain, hotkey, coldkey, netuid)
      const changed = rules.updateForOne(poolOf(chain, hotkey, netuid), share, asked)
      storage.writeDenominator(chain, hotkey, netuid, changed.pool.denominator)
      storage.writeShare(chain, hotkey, coldkey, netuid, changed.share)
      writeSharedValue(chain, hotkey, netuid, changed.pool.sharedValue)
      return changed.update
    },
  }
}

/**
 * Writes what all shares are worth together; nothing is kept for zero.
 *
 * @clause staking-59
 * @source pallets/subtensor/src/staking/stake_utils.rs:1434
 */
function writeSharedValue({ state }: Chain, hotkey: AccountId, netuid: NetUid, value: bigint): void {
  if (value === 0n) TotalHotkeyAlpha.remove(state, hotkey, netuid)
  else TotalHotkeyAlpha.set(state, hotkey, netuid, alphaBalance(value))
}
