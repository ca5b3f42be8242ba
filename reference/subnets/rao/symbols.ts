import type { NetUid } from "../../state/primitives.js"
import type { Hex } from "../../state/scaleTypes.js"
import { CODE_POINTS, DEFAULT_SYMBOL, symbolsOf } from "../symbols.js"

/** The symbols by number: a later fork replaced those that fonts lack or that look alike. */
const SYMBOLS: readonly Hex[] = symbolsOf({
  ...CODE_POINTS,
  sinhalaEnd: "db1-db6",
  hangulConsonants: "1100-110d",
  hangulVowels: "1161-1175",
  ethiopic: "12a0-12a7 12c8-12ce 12b0-12b6 1290-1296",
  sinhala: "d85-d8c d8f-d96 d9a-da8 daa-db0",
})

/**
 * The symbol that a subnet's token gets, by the subnet's number alone; root's beyond the last.
 *
 * @clause subnets-40
 * @source rao:pallets/subtensor/src/subnets/symbols.rs:524
 */
export function symbolOf(netuid: NetUid): Hex {
  return SYMBOLS[netuid] ?? DEFAULT_SYMBOL
}
