import { U16, U64 } from "../../../../reference/numbers/integers.js"
import { addressCodec } from "../address/addressCodec.js"
import { AddressError, flag, list, whole } from "../address/field.js"

export const MOST_SUBNETS = 8

/** What the reader sets. */
export interface EmissionSplitCase {
  /** TAO issued, in rao. */
  readonly issuance: bigint
  /** The moving average of each subnet's price, in 10^−9 TAO per alpha. The first subnet is the one followed. */
  readonly prices: readonly bigint[]
  /** The part of each subnet's miners' emission that was burnt, in thousandths. */
  readonly burned: readonly bigint[]
  /** Whether each subnet is switched on. */
  readonly enabled: readonly boolean[]
  /** The price now of the subnet followed, in 10^−9 TAO per alpha. */
  readonly price: bigint
  /** All alpha of the subnet followed, in alpha rao. */
  readonly alphaIssuance: bigint
  /** TAO staked on root, in rao. */
  readonly rootTao: bigint
  /** What TAO on root counts beside alpha, in thousandths. */
  readonly taoWeight: bigint
  /** Of 65535. */
  readonly ownerCut: bigint
}

const amount = whole(0n, U64.MAX)
const thousandths = whole(0n, 1_000n)
/** Up to a thousand TAO per alpha. */
const price = whole(0n, 1_000_000_000_000n)
const TAO = 1_000_000_000n

function checkCount({ prices, burned, enabled }: EmissionSplitCase): void {
  if (burned.length !== prices.length || enabled.length !== prices.length) {
    throw new AddressError("prices, burned and enabled are not of the same number of subnets")
  }
}

export const emissionSplitCodec = addressCodec<EmissionSplitCase>(
  {
    issuance: amount,
    prices: list(price, ".", 1, MOST_SUBNETS),
    burned: list(thousandths, ".", 1, MOST_SUBNETS),
    enabled: list(flag, ".", 1, MOST_SUBNETS),
    price,
    alphaIssuance: amount,
    rootTao: amount,
    taoWeight: thousandths,
    ownerCut: whole(0n, BigInt(U16.MAX)),
  },
  {
    issuance: 10_000_000n * TAO,
    prices: [60_000_000n, 45_000_000n, 30_000_000n, 15_000_000n],
    burned: [0n, 0n, 500n, 0n],
    enabled: [true, true, true, true],
    price: 58_000_000n,
    alphaIssuance: 4_000_000n * TAO,
    rootTao: 5_500_000n * TAO,
    taoWeight: 180n,
    ownerCut: 11_796n,
  },
  checkCount,
)
