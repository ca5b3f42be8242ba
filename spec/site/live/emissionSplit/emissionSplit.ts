import { U64F64, U96F32 } from "../../../../reference/numbers/formats.js"
import { livePage } from "../model/livePage.js"
import type { Model } from "../model/model.js"
import { fieldIn, integerIn, listIn } from "../model/readJson.js"
import { bitsOfRatio, partOfU64 } from "../units/fixedBits.js"
import { type EmissionSplitCase, emissionSplitCodec } from "./emissionSplitCase.js"

/** What the page shows. Amounts with a fraction are raw bits of U96F32 in rao or alpha rao. */
export interface EmissionSplitView {
  /** In rao. */
  readonly blockEmission: bigint
  /** Each subnet's share before switched-off ones lose theirs, raw bits of U64F64. */
  readonly subnetShares: readonly bigint[]
  /** Each subnet's TAO. */
  readonly subnetTao: readonly bigint[]
  /** What the curve gives of the subnet's alpha, in alpha rao. */
  readonly alphaEmission: bigint
  readonly rootProportion: bigint
  readonly taoIn: bigint
  readonly excessTao: bigint
  readonly alphaIn: bigint
  /** In whole alpha rao. */
  readonly ownerCut: bigint
  readonly miners: bigint
  readonly validators: bigint
  readonly root: bigint
}

function view(shown: EmissionSplitCase, model: Model): EmissionSplitView {
  const blockEmission = curve(model, shown.issuance)
  const { shares: subnetShares, subnetTao } = taoOfSubnets(shown, blockEmission, model)
  const alphaEmission = curve(model, shown.alphaIssuance)
  const rootProportion = integerIn(
    model.run("coinbase.rootProportion", {
      rootTao: shown.rootTao.toString(),
      taoWeight: partOfU64(shown.taoWeight).toString(),
      issuance: shown.alphaIssuance.toString(),
    }),
  )
  const terms = model.run("coinbase.subnetTerms", {
    taoEmission: (subnetTao[0] ?? 0n).toString(),
    alphaEmission: U96F32.saturatingFromInteger(alphaEmission).toString(),
    price: bitsOfRatio(shown.price, 1_000_000_000n, U96F32.fractionBits).toString(),
    rootProportion: rootProportion.toString(),
  })
  const shares = model.run("coinbase.participantShares", {
    alphaOut: integerIn(fieldIn(terms, "alphaOut")).toString(),
    ownerCut: integerIn(model.run("coinbase.fractionOfU16", { value: shown.ownerCut.toString() })).toString(),
    rootProportion: rootProportion.toString(),
  })
  return {
    blockEmission,
    subnetShares,
    subnetTao,
    alphaEmission,
    rootProportion,
    taoIn: integerIn(fieldIn(terms, "taoIn")),
    excessTao: integerIn(fieldIn(terms, "excessTao")),
    alphaIn: integerIn(fieldIn(terms, "alphaIn")),
    ownerCut: integerIn(fieldIn(shares, "ownerCut")),
    miners: integerIn(fieldIn(shares, "server")),
    validators: integerIn(fieldIn(shares, "validator")),
    root: integerIn(fieldIn(shares, "root")),
  }
}

function curve(model: Model, issuance: bigint): bigint {
  return integerIn(model.run("emission.blockEmissionForIssuance", { issuance: issuance.toString() }))
}

function taoOfSubnets({ prices, burned, enabled }: EmissionSplitCase, blockEmission: bigint, model: Model) {
  const subnets = prices.map((price, index) => ({
    movingPrice: bitsOfRatio(price, 1_000_000_000n, U64F64.fractionBits).toString(),
    minerBurned: bitsOfRatio(burned[index] ?? 0n, 1_000n, U96F32.fractionBits).toString(),
    emissionEnabled: enabled[index] ?? true,
  }))
  const shares = model.run("emission.shares", { subnets })
  const emissions = model.run("emission.subnetBlockEmissions", {
    blockEmission: U96F32.saturatingFromInteger(blockEmission).toString(),
    subnets,
  })
  return { shares: listIn(shares).map(integerIn), subnetTao: listIn(emissions).map(integerIn) }
}

/** What a block brings one subnet, from the TAO it mints to those who take part. */
export const emissionSplitPage = livePage(emissionSplitCodec, view)
