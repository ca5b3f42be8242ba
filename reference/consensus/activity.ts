import { U64 } from "../numbers/integers.js"

/**
 * How many blocks after setting weights a neuron still counts as active: factor · tempo ÷ 1000, at least one.
 *
 * @param factorMilli the subnet's activity cutoff factor, in thousandths of a tempo (u32)
 * @param tempo the subnet's tempo in blocks (u16)
 * @returns blocks; the division truncates
 * @clause consensus-02
 * @source pallets/subtensor/src/utils/misc.rs:614
 */
export function activityCutoffBlocks(factorMilli: number, tempo: number): bigint {
  const blocks = (BigInt(factorMilli) * BigInt(tempo)) / 1000n
  return blocks === 0n ? 1n : blocks
}

/**
 * Which neurons are active: those whose last update lies no more than the cutoff before the current block.
 *
 * @param lastUpdate for each uid the block at which it last set weights
 * @param cutoff blocks
 * @clause consensus-02
 * @source pallets/subtensor/src/epoch/run_epoch.rs:610
 */
export function activeNeurons(lastUpdate: readonly bigint[], cutoff: bigint, currentBlock: bigint): boolean[] {
  return lastUpdate.map((updated) => U64.saturatingAdd(updated, cutoff) >= currentBlock)
}

/**
 * The block from which registrations count as recent, so that bonds to whoever registered at it or later are dropped:
 * one after the last epoch that ran, or one tempo before now where none ran yet.
 *
 * @param lastEpochBlock the block of the last epoch, 0 if there was none
 * @param tempo blocks (u16)
 * @clause consensus-15
 * @source pallets/subtensor/src/epoch/run_epoch.rs:835
 */
export function lastTempoBlock(lastEpochBlock: bigint, currentBlock: bigint, tempo: number): bigint {
  if (lastEpochBlock === 0n) return U64.saturatingSub(currentBlock, BigInt(tempo))
  return U64.saturatingAdd(lastEpochBlock, 1n)
}
