import type { RuntimeCall } from "./call.js"
import type { Chain } from "./chain.js"
import type { AccountId } from "./primitives.js"
import { refuse } from "./refusal.js"

/** Says whether a call may be dispatched. */
export type CallFilter = (chain: Chain, call: RuntimeCall) => boolean

/** Who makes a call: the chain's own authority, an account that signed, or nobody. */
export type Origin =
  | { readonly kind: "root" }
  | {
      readonly kind: "signed"
      readonly account: AccountId
      /** What outer calls let pass, beyond the filter that holds for everybody. */
      readonly filters?: readonly CallFilter[]
    }
  | { readonly kind: "none" }
  /** The runtime vouched for a call that nobody signed: no rule of the model accepts it. */
  | { readonly kind: "authorized" }

export const ROOT_ORIGIN: Origin = { kind: "root" }

/** The origin of an account's signature. */
export function signedBy(account: AccountId): Origin {
  return { kind: "signed", account }
}

/** The origin with one more filter for the calls made with it. Nothing filters root. */
export function withFilter(origin: Origin, filter: CallFilter): Origin {
  if (origin.kind !== "signed") return origin
  return { ...origin, filters: [...(origin.filters ?? []), filter] }
}

/** The account that signed; refuses any other origin with BadOrigin. */
export function ensureSigned(origin: Origin): AccountId {
  if (origin.kind !== "signed") throw refuse("BadOrigin")
  return origin.account
}

/** The account that signed, or undefined for root; refuses any other origin with BadOrigin. */
export function ensureSignedOrRoot(origin: Origin): AccountId | undefined {
  return origin.kind === "root" ? undefined : ensureSigned(origin)
}

/** Refuses any origin but root with BadOrigin. */
export function ensureRoot(origin: Origin): void {
  if (origin.kind !== "root") throw refuse("BadOrigin")
}
