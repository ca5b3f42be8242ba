import { blake2b } from "@noble/hashes/blake2.js"
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js"
import type { ValueOf } from "../interface/valueType.js"
import type { RuntimeCall } from "./call.js"
import type { Chain } from "./chain.js"
import { accountId as accountIdType } from "./chainTypes.js"
import { dispatch, dispatchUnfiltered } from "./dispatch.js"
import { dispatchResultOf } from "./dispatchError.js"
import { UtilityEvents } from "./events.js"
import type { originCaller } from "./namedTypes.js"
import { ensureRoot, ensureSigned, type Origin, ROOT_ORIGIN, signedBy } from "./origin.js"
import { type AccountId, accountId } from "./primitives.js"
import { attempt } from "./refusal.js"
import { toHex, u16 } from "./scaleTypes.js"

/** An origin as calls carry it. */
export type OriginCaller = ValueOf<typeof originCaller>

const DERIVATION_PREFIX = utf8ToBytes("modlpy/utilisuba")

/**
 * The account that belongs to an account under a number: the 256-bit BLAKE2b hash of `modlpy/utilisuba`, the account's
 * bytes and the number as two bytes, low one first.
 *
 * @clause state-34
 * @source pallets/utility/src/lib.rs:634
 */
export function derivativeAccountId(who: AccountId, index: number): AccountId {
  const bytes = concatBytes(DERIVATION_PREFIX, accountIdType.encode(who), u16.encode(index))
  return accountId(toHex(blake2b(bytes, { dkLen: 32 })))
}

/**
 * Dispatches a call as the signer's account under a number, with the filters of the signer's origin.
 *
 * @throws BadOrigin, and what the call is refused with
 * @clause state-34
 * @source pallets/utility/src/lib.rs:262
 */
export function asDerivative(chain: Chain, origin: Origin, index: number, call: RuntimeCall): void {
  const account = derivativeAccountId(ensureSigned(origin), index)
  dispatch(chain, { ...origin, kind: "signed", account }, call)
}

/**
 * Dispatches a call with any origin that root names, unfiltered and unguarded, and tells what came of it.
 *
 * @throws BadOrigin
 * @clause state-35
 * @source pallets/utility/src/lib.rs:376
 */
export function dispatchAs(chain: Chain, origin: Origin, caller: OriginCaller, call: RuntimeCall): void {
  ensureRoot(origin)
  const outcome = attempt(() => dispatchUnfiltered(chain, originOf(caller), call))
  chain.deposit(UtilityEvents.DispatchedAs, { result: dispatchResultOf(chain, outcome) })
}

/**
 * Dispatches a call with any origin that root names, unfiltered and unguarded; its refusal is the whole call's.
 *
 * @throws BadOrigin, and what the call is refused with
 * @clause state-42
 * @source pallets/utility/src/lib.rs:586
 */
export function dispatchAsFallible(chain: Chain, origin: Origin, caller: OriginCaller, call: RuntimeCall): void {
  ensureRoot(origin)
  dispatchUnfiltered(chain, originOf(caller), call)
  chain.deposit(UtilityEvents.DispatchedAs, { result: { type: "Ok", value: undefined } })
}

/**
 * Dispatches a call as root, whatever weight root says that it has.
 *
 * @throws BadOrigin, and what the call is refused with
 * @clause state-41
 * @source pallets/utility/src/lib.rs:463
 */
export function withWeight(chain: Chain, origin: Origin, call: RuntimeCall): void {
  ensureRoot(origin)
  dispatchUnfiltered(chain, ROOT_ORIGIN, call)
}

/**
 * The origin that a call carries.
 *
 * @clause state-35 state-42
 * @source pallets/utility/src/lib.rs:376
 */
function originOf({ value }: OriginCaller): Origin {
  if (value.type === "Root") return ROOT_ORIGIN
  if (value.type === "Signed") return signedBy(value.value)
  return { kind: value.type === "None" ? "none" : "authorized" }
}
