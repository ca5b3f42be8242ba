import type { AccountId } from "./primitives.js"
import { refuse } from "./refusal.js"

/** Who makes a call: the chain's own authority, or an account that signed. */
export type Origin =
  | { readonly kind: "root" }
  | { readonly kind: "signed"; readonly account: AccountId }
  | { readonly kind: "none" }

export const ROOT_ORIGIN: Origin = { kind: "root" }

/** The origin of an account's signature. */
export function signedBy(account: AccountId): Origin {
  return { kind: "signed", account }
}

/** The account that signed; refuses any other origin with BadOrigin. */
export function ensureSigned(origin: Origin): AccountId {
  if (origin.kind !== "signed") throw refuse("BadOrigin")
  return origin.account
}

/** Refuses any origin but root with BadOrigin. */
export function ensureRoot(origin: Origin): void {
  if (origin.kind !== "root") throw refuse("BadOrigin")
}
