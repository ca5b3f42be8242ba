import { U64 } from "../../../../reference/numbers/integers.js"

/** The raw bits that stand for amount ÷ parts with so many binary places, cut at the last. */
export function bitsOfRatio(amount: bigint, parts: bigint, fractionBits: number): bigint {
  return (amount << BigInt(fractionBits)) / parts
}

/** A part in thousandths as a part of u64::MAX, cut. */
export function partOfU64(thousandths: bigint): bigint {
  return (U64.MAX * thousandths) / 1_000n
}
