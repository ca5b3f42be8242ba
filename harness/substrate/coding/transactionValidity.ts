import { u8 } from "scale-ts"
import type { ScaleInput } from "../../../reference/state/scaleTypes.js"

const INVALID = [
  "Call",
  "Payment",
  "Future",
  "Stale",
  "BadProof",
  "AncientBirthBlock",
  "ExhaustsResources",
  "Custom",
  "BadMandatory",
  "MandatoryValidation",
  "BadSigner",
  "IndeterminateImplicit",
  "UnknownOrigin",
]
const UNKNOWN = ["CannotLookup", "NoUnsignedValidator", "Custom"]

/** Names the error by which a chain turns an extrinsic away, from its SCALE bytes: `Invalid.Payment`. */
export function validityError(input: ScaleInput): string {
  const [kind, names] = u8.dec(input) === 0 ? ["Invalid", INVALID] : ["Unknown", UNKNOWN]
  const name = names[u8.dec(input)] ?? "Other"
  return name === "Custom" ? `${kind}.Custom(${u8.dec(input)})` : `${kind}.${name}`
}
