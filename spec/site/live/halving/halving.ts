import { TOTAL_SUPPLY } from "../../../../reference/emission/supply.js"
import { livePage } from "../model/livePage.js"
import type { Model } from "../model/model.js"
import { integerIn } from "../model/readJson.js"
import { type HalvingCase, halvingCodec } from "./halvingCase.js"

/** A stretch of the curve on which every block emits the same. Amounts in rao. */
export interface CurveStep {
  readonly from: bigint
  /** The first issuance that is not on it. */
  readonly to: bigint
  readonly emission: bigint
  /** How many halvings lie before it. */
  readonly halvings: number
}

/** A stretch of the curve and when it begins if every block emits in full. */
export interface DatedStep extends CurveStep {
  /** Blocks until it begins, from the issuance of the case; undefined where that is already on it or beyond. */
  readonly blocksUntil: bigint | undefined
  /** Blocks until it begins, from the issue of nothing. */
  readonly blocksFromNothing: bigint
}

/** What the page shows. */
export interface HalvingView {
  /** In rao. */
  readonly emission: bigint
  readonly halvings: number
  readonly steps: readonly DatedStep[]
}

/** The stretches that the page lists: those on which a block emits more than this, in rao. */
const LEAST_EMISSION = 10_000n

let knownSteps: readonly CurveStep[] | undefined

/** The stretches of the curve, found by asking the rule where it changes. */
function stepsOf(model: Model): readonly CurveStep[] {
  const steps: CurveStep[] = []
  for (let from = 0n, emission = emissionAt(model, 0n); emission > LEAST_EMISSION; emission = emissionAt(model, from)) {
    const to = endOfStep(model, from, emission)
    steps.push({ from, to, emission, halvings: steps.length })
    from = to
  }
  return steps
}

/** The first issuance after `from` at which a block no longer emits the same, by halving the range it lies in. */
function endOfStep(model: Model, from: bigint, emission: bigint): bigint {
  let onStep = from
  let beyond: bigint = TOTAL_SUPPLY
  while (beyond - onStep > 1n) {
    const middle = (onStep + beyond) / 2n
    if (emissionAt(model, middle) === emission) onStep = middle
    else beyond = middle
  }
  return beyond
}

function emissionAt(model: Model, issuance: bigint): bigint {
  return integerIn(model.sample("emission.blockEmissionForIssuance", { issuance: issuance.toString() }))
}

/** Blocks of full emission that carry an issuance to each of the later stretches. */
function blocksToEach(steps: readonly CurveStep[], issuance: bigint): readonly (bigint | undefined)[] {
  let issued = issuance
  let blocks = 0n
  return steps.map(({ from }, index) => {
    const before = steps[index - 1]
    if (from <= issuance || before === undefined) return undefined
    const needed = (from - issued + before.emission - 1n) / before.emission
    issued += needed * before.emission
    blocks += needed
    return blocks
  })
}

function view({ issuance }: HalvingCase, model: Model): HalvingView {
  const emission = integerIn(model.run("emission.blockEmissionForIssuance", { issuance: issuance.toString() }))
  knownSteps ??= stepsOf(model)
  const steps = knownSteps
  const fromNothing = blocksToEach(steps, 0n)
  const fromHere = blocksToEach(steps, issuance)
  return {
    emission,
    halvings: steps.filter(({ from }) => from > 0n && from <= issuance).length,
    steps: steps.map((step, index) => ({
      ...step,
      blocksUntil: fromHere[index],
      blocksFromNothing: fromNothing[index] ?? 0n,
    })),
  }
}

/** From an issuance to what a block emits, and when that halves. */
export const halvingPage = livePage(halvingCodec, view)
