import type { Json } from "../../../../reference/interface/valueType.js"
import { I96F32, U96F32 } from "../../../../reference/numbers/formats.js"
import { livePage } from "../model/livePage.js"
import type { Model } from "../model/model.js"
import { fieldIn, integerIn, listIn } from "../model/readJson.js"
import { bitsOfRatio, partOfU64 } from "../units/fixedBits.js"
import { BLOCKS_PER_YEAR } from "../units/time.js"
import { type RootYieldCase, rootYieldCodec } from "./rootYieldCase.js"

/** What a validator gets at an epoch, raw bits of U96F32 in alpha rao. */
export interface ValidatorDividends {
  readonly alpha: bigint
  readonly root: bigint
}

/** What the page shows. Whole amounts are in alpha rao, of one epoch of one subnet. */
export interface RootYieldView {
  /** Raw bits of U96F32. */
  readonly rootProportion: bigint
  readonly validatorsOfBlock: bigint
  readonly rootOfBlock: bigint
  readonly pendingValidator: bigint
  readonly pendingRoot: bigint
  readonly dividends: readonly ValidatorDividends[]
  readonly rootTake: bigint
  readonly rootRest: bigint
  readonly alphaTake: bigint
  readonly alphaRest: bigint
  /** How much alpha one rao on root may claim after the epoch, raw bits of I96F32. */
  readonly increment: bigint
  /** What the reader's own stake may claim after it, raw bits of I96F32. */
  readonly owed: bigint
  /** Rates of a year of such epochs, without compounding, as fractions. */
  readonly rootRate: number
  readonly alphaRate: number
}

function view(shown: RootYieldCase, model: Model): RootYieldView {
  const block = sharesOfBlock(shown, model)
  const pendingValidator = block.validatorsOfBlock * shown.tempo
  const pendingRoot = block.rootOfBlock * shown.tempo
  const dividends = divide(shown, pendingValidator, pendingRoot, model)
  const [followed] = dividends
  const ofRoot = withoutTake(shown, followed?.root ?? 0n, model)
  const ofAlpha = withoutTake(shown, followed?.alpha ?? 0n, model)
  const claim = claimOf(shown, ofRoot.rest, model)
  return {
    ...block,
    pendingValidator,
    pendingRoot,
    dividends,
    rootTake: ofRoot.take,
    rootRest: ofRoot.rest,
    alphaTake: ofAlpha.take,
    alphaRest: ofAlpha.rest,
    ...claim,
    ...yearlyRates(shown, ofRoot.rest, ofAlpha.rest),
  }
}

/** What each block adds for validators and for root. */
function sharesOfBlock(shown: RootYieldCase, model: Model) {
  const issuance = shown.alphaIssuance.toString()
  const alphaOut = integerIn(model.run("emission.blockEmissionForIssuance", { issuance }))
  const rootProportion = integerIn(
    model.run("coinbase.rootProportion", {
      rootTao: shown.rootTao.toString(),
      taoWeight: partOfU64(shown.taoWeight).toString(),
      issuance,
    }),
  )
  const shares = model.run("coinbase.participantShares", {
    alphaOut: U96F32.saturatingFromInteger(alphaOut).toString(),
    ownerCut: integerIn(model.run("coinbase.fractionOfU16", { value: shown.ownerCut.toString() })).toString(),
    rootProportion: rootProportion.toString(),
  })
  return {
    rootProportion,
    validatorsOfBlock: integerIn(fieldIn(shares, "validator")),
    rootOfBlock: integerIn(fieldIn(shares, "root")),
  }
}

function divide(shown: RootYieldCase, pendingValidator: bigint, pendingRoot: bigint, model: Model) {
  const split = model.run("coinbase.splitDividends", {
    earners: shown.rootStakes.map((tao, index) => ({
      hotkey: hotkeyOf(index),
      dividend: bitsOfRatio(shown.dividends[index] ?? 0n, 1_000n, U96F32.fractionBits).toString(),
      stake: { alpha: (shown.alphaStakes[index] ?? 0n).toString(), tao: tao.toString() },
    })),
    pendingValidator: pendingValidator.toString(),
    pendingRoot: pendingRoot.toString(),
    taoWeight: partOfU64(shown.taoWeight).toString(),
  })
  const alpha = amountsIn(fieldIn(split, "alpha"))
  const root = amountsIn(fieldIn(split, "root"))
  return shown.rootStakes.map((_, index) => ({ alpha: alpha[index] ?? 0n, root: root[index] ?? 0n }))
}

function hotkeyOf(index: number): string {
  return `0x${(index + 1).toString(16).padStart(64, "0")}`
}

function amountsIn(shares: Json): readonly bigint[] {
  return listIn(shares).map((share) => integerIn(fieldIn(share, "amount")))
}

function withoutTake({ take }: RootYieldCase, dividend: bigint, model: Model) {
  const parts = model.run("coinbase.takeFromDividend", { dividend: dividend.toString(), take: take.toString() })
  return { take: integerIn(fieldIn(parts, "take")), rest: integerIn(fieldIn(parts, "rest")) }
}

/** What one rao, and what the reader's own stake, may claim of the dividend. */
function claimOf({ rootStakes, ownStake }: RootYieldCase, dividend: bigint, model: Model) {
  const rootStake = (rootStakes[0] ?? 0n).toString()
  const increment = integerIn(model.run("root.claimableIncrement", { dividend: dividend.toString(), rootStake }))
  const owed = model.run("root.owedAlpha", { rate: increment.toString(), rootStake: ownStake.toString(), claimed: "0" })
  return { increment, owed: integerIn(owed) }
}

/** A year of such epochs: what a stake gains, on root valued at the price and on all such subnets, over the stake. */
function yearlyRates({ rootStakes, alphaStakes, tempo, price, subnets }: RootYieldCase, root: bigint, alpha: bigint) {
  const epochs = BLOCKS_PER_YEAR / Number(tempo)
  const inTao = (Number(root) * Number(subnets) * Number(price)) / 1e9
  return {
    rootRate: rateOf(inTao * epochs, rootStakes[0]),
    alphaRate: rateOf(Number(alpha) * epochs, alphaStakes[0]),
  }
}

function rateOf(gained: number, staked: bigint | undefined): number {
  return staked === undefined || staked === 0n ? 0 : gained / Number(staked)
}

/** The fraction bits of what a claim is counted in. */
export const CLAIM_BITS = I96F32.fractionBits

/** What stake on root and stake on a subnet earn, from a stated state. */
export const rootYieldPage = livePage(rootYieldCodec, view)
