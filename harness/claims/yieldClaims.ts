import { participantShares } from "../../reference/coinbase/participants.js"
import { weighRoot } from "../../reference/coinbase/rootProportion.js"
import { fractionOfU16 } from "../../reference/coinbase/u16Fraction.js"
import { emissionAt } from "../../reference/emission/curve.js"
import { U96F32 } from "../../reference/numbers/formats.js"
import { blankChain } from "../../reference/state/blankChain.js"
import { alphaBalance, taoBalance } from "../../reference/state/primitives.js"
import { SubnetLimit, SubnetOwnerCut, TaoWeight } from "../../reference/state/storage/subtensorModule.js"
import { BLOCKS_PER_YEAR, type ClaimNumber, inPercent, numberOf } from "./numbers.js"

const TAO = 1_000_000_000n
const { state } = blankChain()
const ownersCut = fractionOfU16(SubnetOwnerCut.get(state))

/** A state that yields are reckoned in: every subnet alike, and the prices of all alphas together one TAO. */
interface YieldState {
  readonly name: string
  /** TAO on root. */
  readonly rootTao: bigint
  /** Of one subnet's alpha: what there is, and what of it is staked. */
  readonly issued: bigint
  readonly staked: bigint
}

const STATES: readonly YieldState[] = [
  { name: "alphas just begun", rootTao: 5_500_000n, issued: 0n, staked: 0n },
  { name: "alphas a year old", rootTao: 5_500_000n, issued: 2_500_000n, staked: 1_500_000n },
  { name: "alphas before their first halving", rootTao: 5_500_000n, issued: 10_000_000n, staked: 6_000_000n },
]

/** A year's dividends over the stake that they are paid on, before any take. */
function yieldsOf({ name, rootTao, issued, staked }: YieldState): readonly ClaimNumber[] {
  const proportion = weighRoot(taoBalance(rootTao * TAO), TaoWeight.get(state), alphaBalance(issued * TAO))
  const emission = emissionAt(issued * TAO)
  const { root, validator } = participantShares(U96F32.fromInteger(emission), ownersCut, proportion)
  const perYear = (alphaRao: bigint) => (Number(alphaRao) / Number(TAO)) * BLOCKS_PER_YEAR
  const onAlpha =
    staked === 0n ? [] : [numberOf(`${name}: on alpha, in alpha`, inPercent(perYear(validator), staked), "% a year")]
  return [
    numberOf(`${name}: root's proportion`, inPercent(proportion, U96F32.ONE), "%"),
    numberOf(`${name}: on root, in TAO at unchanged prices`, inPercent(perYear(root), rootTao), "% a year"),
    ...onAlpha,
  ]
}

/** What a year brings on root and on alpha, in three states. */
export function yields(): readonly ClaimNumber[] {
  return STATES.flatMap(yieldsOf)
}

function divisionAt(name: string, proportion: U96F32, cut: U96F32): readonly ClaimNumber[] {
  const alpha = 1_000_000_000n
  const shares = participantShares(U96F32.fromInteger(alpha), cut, proportion)
  const inShares = [
    ["owner", shares.ownerCut],
    ["miners", shares.server],
    ["validators", shares.validator],
    ["root", shares.root],
  ] as const
  return inShares.map(([who, amount]) => numberOf(`${name}: ${who}`, inPercent(amount, alpha), "%"))
}

/** How the alpha of a block is divided: without stake on root, with root at a quarter, and without the owner's cut. */
export function division(): readonly ClaimNumber[] {
  const quarter = U96F32.fromBits(U96F32.ONE / 4n)
  return [
    ...divisionAt("nothing on root", U96F32.ZERO, ownersCut),
    ...divisionAt("root's proportion a quarter", quarter, ownersCut),
    ...divisionAt("the owner's cut switched off", U96F32.ZERO, U96F32.ZERO),
  ]
}

/** How many subnets there can be. */
export function subnetCount(): readonly ClaimNumber[] {
  return [numberOf("most subnets at a time, unless root sets another number", SubnetLimit.get(state), "subnets")]
}
