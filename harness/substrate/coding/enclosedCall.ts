import { concatBytes } from "@noble/hashes/utils.js"
import { compact } from "scale-ts"
import { isJsonObject, type Json } from "../../../reference/interface/valueType.js"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { ChainOrigin } from "../chainAccess.js"
import type { ChainCoding, ChainEvent, DispatchResult } from "./chainCoding.js"
import { onlyEntry } from "./enumerationCodecs.js"
import { ExtrinsicCoding } from "./extrinsicCoding.js"

/** A call on its way into an extrinsic: whose signature carries it. */
export interface EnclosedCall {
  readonly bytes: Uint8Array
  /** "sudo" for the key that `Sudo.Key` names. */
  readonly signer: "sudo" | { readonly account: Hex }
}

/** A payment of a fee, by the events that tell of it: positive where an account was paid. */
export interface FeePayment {
  readonly account: Hex
  readonly amount: bigint
}

/** What an enclosed call itself did, and what its enclosure cost. */
export interface EnclosedOutcome {
  readonly result: DispatchResult
  readonly events: readonly Hex[]
  readonly fees: readonly FeePayment[]
}

/** An enclosing call that the chain did not carry out. */
export class NotCarriedOut extends Error {}

/** The calls that carry a list of calls, the better one first: the other ends with the first call that fails. */
const BATCHES = ["Utility.force_batch", "Utility.batch"]
const ITEM_DONE = "Utility.ItemCompleted"
const ITEM_FAILED = "Utility.ItemFailed"
const INTERRUPTED = "Utility.BatchInterrupted"
const BATCH_DONE = ["Utility.BatchCompleted", "Utility.BatchCompletedWithErrors"]

/**
 * Encloses a call so that the chain dispatches it with the given origin, as an outermost call would be: with its
 * filters and its checks before dispatch. It becomes the second item of a batch of the Utility pallet, behind an empty
 * `System.remark`, whose events mark where those of the call begin. A chain with a Sudo pallet takes the batch inside
 * `Sudo.sudo` or `Sudo.sudo_as`, signed by the sudo key: the account itself then needs neither funds nor signature.
 * Without Sudo the account signs the batch. Gives the reason where the chain has no way.
 */
export function enclose(coding: ChainCoding, origin: ChainOrigin, call: Uint8Array): EnclosedCall | string {
  const name = BATCHES.find((one) => coding.hasCall(one))
  if (name === undefined) return "the chain has no batches of a Utility pallet, which calls are carried in"
  if (origin === "none") return "calls that nobody signed cannot be carried to the chain"
  const remark = coding.callOfBytes("System.remark", compact.enc(0))
  const batch = coding.callOfBytes(name, concatBytes(compact.enc(2), remark, call))
  const hasSudo = coding.hasCall("Sudo.sudo_as")
  if (origin === "root") {
    if (!hasSudo) return "the chain has no Sudo pallet, so that nobody makes calls as root"
    return { bytes: coding.callOfBytes("Sudo.sudo", batch), signer: "sudo" }
  }
  if (!hasSudo) return { bytes: batch, signer: { account: origin.signed } }
  const who = new ExtrinsicCoding(coding).address(origin.signed)
  return { bytes: coding.callOfBytes("Sudo.sudo_as", who, batch), signer: "sudo" }
}

interface NamedEvent {
  readonly name: string
  readonly fields: Json
  readonly bytes: Hex
}

/** Tells from the events of an enclosing extrinsic what the call itself did. Throws a NotCarriedOut. */
export function disclose(coding: ChainCoding, deposited: readonly ChainEvent[]): EnclosedOutcome {
  const events = deposited.map(({ bytes }): NamedEvent => {
    const [name, fields] = onlyEntry(coding.decodeEvent(bytes), "event")
    return { name, fields, bytes }
  })
  const begin = events.findIndex(({ name }) => name === ITEM_DONE || name === ITEM_FAILED)
  const end = endOfCall(events)
  const last = events[end]
  if (begin < 0 || last === undefined || end <= begin) throw new NotCarriedOut(whyNot(coding, events))
  return {
    result: resultOf(coding, last),
    events: events.slice(begin + 1, end).map(({ bytes }) => bytes),
    fees: [...payments(events.slice(0, begin)), ...payments(events.slice(end))],
  }
}

/** The place of the event by which the batch says what became of the call: the call's own end before it. */
function endOfCall(events: readonly NamedEvent[]): number {
  const last = events.findLastIndex(({ name }) => name === INTERRUPTED || BATCH_DONE.includes(name))
  return events[last]?.name === INTERRUPTED ? last : last - 1
}

function resultOf(coding: ChainCoding, { name, fields }: NamedEvent): DispatchResult {
  if (name === ITEM_DONE) return "ok"
  return { error: coding.errorName(isJsonObject(fields) ? (fields.error ?? fields) : fields) }
}

function whyNot(coding: ChainCoding, events: readonly NamedEvent[]): string {
  const failed = events.find(({ name }) => name === "System.ExtrinsicFailed")?.fields
  const error = isJsonObject(failed ?? null) && isJsonObject(failed) ? failed.dispatch_error : undefined
  const reason = error === undefined ? "it gave no reason" : coding.errorName(error)
  return `the chain did not carry out the batch that held the call: ${reason}`
}

/** Fees are withdrawn before the call and given back, or given to somebody, after it. */
function payments(events: readonly NamedEvent[]): readonly FeePayment[] {
  return events.flatMap(({ name, fields }) => {
    const sign = name === "Balances.Deposit" ? 1n : name === "Balances.Withdraw" ? -1n : 0n
    if (sign === 0n || !isJsonObject(fields)) return []
    const { who, amount } = fields
    if (typeof who !== "string" || typeof amount !== "string") return []
    return [{ account: `0x${who.slice(2)}`, amount: sign * BigInt(amount) } as const]
  })
}
