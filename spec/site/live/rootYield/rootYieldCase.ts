import { U16, U64 } from "../../../../reference/numbers/integers.js"
import { addressCodec } from "../address/addressCodec.js"
import { AddressError, list, whole } from "../address/field.js"

export const MOST_VALIDATORS = 6

/** What the reader sets. The first validator is the one followed. */
export interface RootYieldCase {
  /** How many subnets are as this one. */
  readonly subnets: bigint
  /** TAO staked on root in all, in rao. */
  readonly rootTao: bigint
  /** What TAO on root counts beside alpha, in thousandths. */
  readonly taoWeight: bigint
  /** All alpha of the subnet, in alpha rao. */
  readonly alphaIssuance: bigint
  /** In 10^−9 TAO per alpha. */
  readonly price: bigint
  /** Of 65535. */
  readonly ownerCut: bigint
  /** Blocks between two epochs. */
  readonly tempo: bigint
  /** What is staked on each validator on root, in rao. */
  readonly rootStakes: readonly bigint[]
  /** What is staked on each validator on the subnet, in alpha rao. */
  readonly alphaStakes: readonly bigint[]
  /** What each validator earned at the epoch, as a measure only, in thousandths of all. */
  readonly dividends: readonly bigint[]
  /** The take of the validator followed, of 65535. */
  readonly take: bigint
  /** What a reader has staked on root with the validator followed, in rao. */
  readonly ownStake: bigint
}

const amount = whole(0n, U64.MAX)
const amounts = list(amount, ".", 1, MOST_VALIDATORS)
const u16 = whole(0n, BigInt(U16.MAX))
const thousandths = whole(0n, 1_000n)
const TAO = 1_000_000_000n

function checkCount({ rootStakes, alphaStakes, dividends }: RootYieldCase): void {
  if (alphaStakes.length !== rootStakes.length || dividends.length !== rootStakes.length) {
    throw new AddressError("rootStakes, alphaStakes and dividends are not of the same number of validators")
  }
}

export const rootYieldCodec = addressCodec<RootYieldCase>(
  {
    subnets: whole(1n, 1_024n),
    rootTao: amount,
    taoWeight: thousandths,
    alphaIssuance: amount,
    price: whole(0n, 1_000_000_000_000n),
    ownerCut: u16,
    tempo: whole(1n, BigInt(U16.MAX)),
    rootStakes: amounts,
    alphaStakes: amounts,
    dividends: list(thousandths, ".", 1, MOST_VALIDATORS),
    take: u16,
    ownStake: amount,
  },
  {
    subnets: 100n,
    rootTao: 5_500_000n * TAO,
    taoWeight: 180n,
    alphaIssuance: 4_000_000n * TAO,
    price: 10_000_000n,
    ownerCut: 11_796n,
    tempo: 360n,
    rootStakes: [2_500_000n * TAO, 2_000_000n * TAO, 1_000_000n * TAO],
    alphaStakes: [900_000n * TAO, 600_000n * TAO, 300_000n * TAO],
    dividends: [480n, 340n, 180n],
    take: 11_796n,
    ownStake: 100n * TAO,
  },
  checkCount,
)
