import { U64 } from "../../../../reference/numbers/integers.js"
import { addressCodec } from "../address/addressCodec.js"
import { choice, whole } from "../address/field.js"

/** What the reader sets. */
export interface HalvingCase {
  /** In rao. */
  readonly issuance: bigint
  /** The unit in which the page reads and writes the issuance. */
  readonly unit: "tao" | "rao"
}

export const halvingCodec = addressCodec<HalvingCase>(
  { issuance: whole(0n, U64.MAX), unit: choice(["tao", "rao"]) },
  { issuance: 10_000_000_000_000_000n, unit: "tao" },
)
