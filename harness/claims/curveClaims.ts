import { emissionAt } from "../../reference/emission/curve.js"
import { INITIAL_BLOCK_EMISSION, TOTAL_SUPPLY } from "../../reference/emission/supply.js"
import { type ClaimNumber, inTao, inYears, numberOf } from "./numbers.js"

/** A stretch of blocks in which the curve gives the same. */
interface Stretch {
  readonly emission: bigint
  readonly blocks: bigint
  /** What is issued at the end of it. */
  readonly issued: bigint
}

/** The least issuance at which the curve gives less than it does at this one. */
function nextStep(issued: bigint): bigint {
  const emission = emissionAt(issued)
  let [low, high]: [bigint, bigint] = [issued, TOTAL_SUPPLY]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (emissionAt(middle) === emission) low = middle
    else high = middle
  }
  return high
}

/** The curve from nothing issued to its end, where each block adds what `added` makes of what the curve gives. */
function stretches(added: (emission: bigint) => bigint): readonly Stretch[] {
  const all: Stretch[] = []
  let issued = 0n
  while (emissionAt(issued) > 0n && added(emissionAt(issued)) > 0n) {
    const emission = emissionAt(issued)
    const each = added(emission)
    const blocks = (nextStep(issued) - issued + each - 1n) / each
    issued += blocks * each
    all.push({ emission, blocks, issued })
  }
  return all
}

function blocksOf(part: readonly Stretch[]): bigint {
  return part.reduce((sum, { blocks }) => sum + blocks, 0n)
}

const inFull = (emission: bigint) => emission

/** How far full emission goes, and what stops it. */
export function supplyCap(): readonly ClaimNumber[] {
  const all = stretches(inFull)
  return [
    numberOf("the cap", inTao(TOTAL_SUPPLY), "TAO"),
    numberOf("issued when the curve gives nothing any more", inTao(all.at(-1)?.issued ?? 0n), "TAO"),
    numberOf("the first block without emission, at full emission", blocksOf(all) + 1n, "block"),
    numberOf("until then", inYears(blocksOf(all)), "years"),
    numberOf("emission one rao below the cap", emissionAt(TOTAL_SUPPLY - 1n), "rao a block"),
    numberOf("emission at the cap", emissionAt(TOTAL_SUPPLY), "rao a block"),
  ]
}

/** Of what a block mints, the part that is recycled in the second reckoning of halvings. */
const RECYCLED = { part: 1n, of: 10n }

/** When emission halves: where all of it stays, and where a tenth is recycled and issued again. */
export function halving(): readonly ClaimNumber[] {
  const full = stretches(inFull)
  const real = stretches((emission) => emission - (emission * RECYCLED.part) / RECYCLED.of)
  const halvings = [1, 2, 3].flatMap((number): readonly ClaimNumber[] => {
    const [inFullBlocks, inRealBlocks] = [blocksOf(full.slice(0, number)), blocksOf(real.slice(0, number))]
    return [
      numberOf(`halving ${number}, all of the emission staying`, inFullBlocks, "blocks"),
      numberOf(`halving ${number}, all of the emission staying`, inYears(inFullBlocks), "years"),
      numberOf(`halving ${number}, a tenth of it recycled`, inYears(inRealBlocks), "years"),
    ]
  })
  return [numberOf("issued at the first halving", inTao(nextStep(0n)), "TAO"), ...halvings]
}

/** How fast a subnet's alpha comes to its first halving, and how far past its cap the last blocks can carry it. */
export function alphaCurve(): readonly ClaimNumber[] {
  const outside = stretches(inFull).slice(0, 1)
  const both = stretches((emission) => 2n * emission)
  return [
    numberOf("the cap of each alpha", inTao(TOTAL_SUPPLY), "alpha"),
    numberOf("the first halving, nothing being injected", inYears(blocksOf(outside)), "years"),
    numberOf("the first halving, as much being injected as given out", inYears(blocksOf(both.slice(0, 1))), "years"),
    numberOf("most that a block can add to an alpha", inTao(2n * INITIAL_BLOCK_EMISSION), "alpha"),
    numberOf("issued when the curve gives nothing any more, both", inTao(both.at(-1)?.issued ?? 0n), "alpha"),
  ]
}
