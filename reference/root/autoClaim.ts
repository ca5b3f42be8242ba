import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { Hash } from "../state/primitives.js"
import { attempt } from "../state/refusal.js"
import { NumRootClaim, NumStakingColdkeys, StakingColdkeysByIndex } from "../state/storage/subtensorModule.js"
import { claimRoot } from "./rootClaim.js"

const DIGITS_OF_A_WORD = 16
const WORDS_IN_A_HASH = 4n

function wordOf(hash: Hash, word: bigint): bigint {
  const start = 2 + Number(word) * DIGITS_OF_A_WORD
  return BigInt(`0x${hash.slice(start, start + DIGITS_OF_A_WORD)}`)
}

/**
 * Draws up to `count` of the numbers below `size` from a block's hash, read as four big-endian u64: beginning with the
 * first word, add the words in turn, each time modulo `size`. Numbers drawn twice count once.
 *
 * @returns in ascending order; only 0 for a size of 0
 * @clause root-07
 * @source pallets/subtensor/src/staking/claim_root.rs:11
 */
export function drawIndices(hash: Hash, count: bigint, size: bigint): readonly bigint[] {
  const drawn = new Set<bigint>()
  let last = wordOf(hash, 0n)
  for (let step = 0n; step < count; step++) {
    const sum = U64.saturatingAdd(last, wordOf(hash, step % WORDS_IN_A_HASH))
    last = U64.checkedRem(sum, size) ?? 0n
    drawn.add(last)
  }
  return [...drawn].sort((a, b) => (a < b ? -1 : 1))
}

/**
 * Claims for some coldkeys that stake on root, drawn by the parent block's hash. What is refused for one does not keep
 * the others from theirs.
 *
 * @clause root-07
 * @source pallets/subtensor/src/staking/claim_root.rs:418
 */
export function runAutoClaim(chain: Chain): void {
  const { state, block } = chain
  for (const index of drawIndices(block.parentHash, NumRootClaim.get(state), NumStakingColdkeys.get(state))) {
    const coldkey = StakingColdkeysByIndex.get(state, index)
    if (coldkey !== undefined) attempt(() => claimRoot(chain, coldkey))
  }
}
