import { U16, U64 } from "../../../../reference/numbers/integers.js"
import { Perquintill } from "../../../../reference/numbers/perquintill.js"
import { addressCodec } from "../address/addressCodec.js"
import { choice, whole } from "../address/field.js"

/** What the reader sets. Amounts in rao and alpha rao. */
export interface PoolCase {
  /** The fork whose pool it is: weighted in balancer, of constant product in rao. */
  readonly fork: "balancer" | "rao"
  readonly side: "buy" | "sell"
  /** What goes in, fee included: TAO that buys, alpha that is sold. */
  readonly amount: bigint
  readonly taoReserve: bigint
  readonly alphaReserve: bigint
  /** The weight of TAO in parts of 10^18; only the weighted pool has it. */
  readonly weight: bigint
  /** In parts of 65535; only the weighted pool has it. */
  readonly feeRate: bigint
  /** What the stake earned at the last epoch, in alpha rao, and all alpha of its hotkey: rao's fee for a sale. */
  readonly dividends: bigint
  readonly totalAlpha: bigint
}

const u64 = whole(0n, U64.MAX)
const TAO = 1_000_000_000n

export const poolCodec = addressCodec<PoolCase>(
  {
    fork: choice(["balancer", "rao"]),
    side: choice(["buy", "sell"]),
    amount: u64,
    taoReserve: u64,
    alphaReserve: u64,
    weight: whole(0n, Perquintill.ACCURACY),
    feeRate: whole(0n, BigInt(U16.MAX)),
    dividends: u64,
    totalAlpha: u64,
  },
  {
    fork: "balancer",
    side: "buy",
    amount: 1_000n * TAO,
    taoReserve: 30_000n * TAO,
    alphaReserve: 1_500_000n * TAO,
    weight: Perquintill.ACCURACY / 2n,
    feeRate: 33n,
    dividends: 0n,
    totalAlpha: 1_000n * TAO,
  },
)
