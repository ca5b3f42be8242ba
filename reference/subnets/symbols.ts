import { utf8ToBytes } from "@noble/hashes/utils.js"
import type { Chain } from "../state/chain.js"
import type { NetUid } from "../state/primitives.js"
import { type Hex, toHex } from "../state/scaleTypes.js"
import { TokenSymbol } from "../state/storage/subtensorModule.js"

/**
 * The characters that subnets' tokens may have as symbols, in order, as Unicode code points and ranges of them; the
 * first is root's. A few stand where another script's letter would be expected.
 */
export const CODE_POINTS = {
  greek: "3a4 3b1-3c1 3c3 74 3c5-3c9",
  hebrew: "5d0-5ea",
  arabic: "627-628 62a-63a 641-648 64a 649",
  runic: "16a0 16a2 16a6 16a8 16b1 16b3 42b 16c9 16d2",
  ogham: "1680-1685 169b",
  georgian: "10d0-10d5",
  armenian: "531-536 55e",
  cyrillic: "400-405 44a",
  coptic: "2c80-2c85",
  brahmi: "11000-11003 11005",
  sinhalaEnd: "db1 db3-db7",
  glagolitic: "2c00-2c20",
  thai: "e01-e23 e25 e27-e2e",
  hangulConsonants: "3131 3134 3137 3139 3141-3142 3145 3147-3148 314a-314e",
  hangulVowels: "314f-3163",
  ethiopic: "12a0-12a7 12c8-12ce 12b0-12b6 1310-1312 1218 1314-1316",
  devanagari: "905-90b 90f-910 913-928 92a-930 932 935-939",
  katakanaVowelsToTa:
    "30a2 30a4 30a6 30a8 30aa-30ab 30ad 30af 30b1 30b3 30b5 30b7 30b9 30bb 30bd 30bf 30c1 30c4 30c6 30c8",
  katakanaNaToN: "30ca-30cf 30d2 30d5 30d8 30db 30de-30e2 30e4 30e6 30e8-30ed 30ef 30f2-30f3",
  tifinagh: "2d30-2d53",
  sinhala: "d85-d86 d89-d96 d9a-d9e da0-da4 da7 da5-da6 da9 da8 daa-db0",
}

/** Every code point of a range, or the one that is alone. */
function codePointsOf(range: string): readonly number[] {
  const [first = 0, last = first] = range.split("-").map((digits) => Number.parseInt(digits, 16))
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
}

/** Every symbol in UTF-8, by number: the first 439 subnets' own ones. */
export const SYMBOLS: readonly Hex[] = symbolsOf(CODE_POINTS)

/**
 * The symbols of code points and ranges of them, in UTF-8.
 *
 * @clause subnets-14
 * @source pallets/subtensor/src/subnets/symbols.rs:4
 */
export function symbolsOf(codePoints: Readonly<Record<string, string>>): readonly Hex[] {
  return Object.values(codePoints)
    .flatMap((ranges) => ranges.split(" "))
    .flatMap(codePointsOf)
    .map((codePoint) => toHex(utf8ToBytes(String.fromCodePoint(codePoint))))
}

/** Root's symbol, a capital tau, which subnets have when no other is left. */
export const DEFAULT_SYMBOL: Hex = "0xcea4"

/**
 * The symbol that a new subnet's token gets: the one of the subnet's number, if no other subnet has it; else the first
 * that none has, root's left out; else root's.
 *
 * @clause subnets-14
 * @source pallets/subtensor/src/subnets/symbols.rs:934
 */
export function nextAvailableSymbol(chain: Chain, netuid: NetUid): Hex {
  const used = new Set<string>(TokenSymbol.entries(chain.state).map(([, symbol]) => symbol))
  const own = SYMBOLS[netuid] ?? DEFAULT_SYMBOL
  if (!used.has(own)) return own
  return SYMBOLS.slice(1).find((symbol) => !used.has(symbol)) ?? DEFAULT_SYMBOL
}
