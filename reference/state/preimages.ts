import { blake2b } from "@noble/hashes/blake2.js"
import type { ValueOf } from "../interface/valueType.js"
import { U32 } from "../numbers/integers.js"
import type { RuntimeCall } from "./call.js"
import type { Chain } from "./chain.js"
import { PreimageEvents } from "./events.js"
import type { bounded } from "./namedTypes.js"
import { type Hash, hash as hashOf } from "./primitives.js"
import { ensure } from "./refusal.js"
import { fromHex, type Hex, toHex } from "./scaleTypes.js"
import { PreimageFor, RequestStatusFor } from "./storage/preimage.js"

/** A call that is kept for later: its bytes, or, where they are many, the hash under which they are. */
export type BoundedCall = ValueOf<typeof bounded>

/** The most bytes of a call that are kept in place. */
const MOST_INLINE = 128
/** The most bytes of a call that are kept at all. */
const MOST_BYTES = 4 * 1024 * 1024

/**
 * Keeps a call for later: up to 128 bytes in place, more of them under their hash.
 *
 * @throws Exhausted for more than 4 MiB
 * @clause state-22
 * @source frame-support 41.0.0 src/traits/preimages.rs:263
 */
export function boundCall(chain: Chain, call: RuntimeCall): BoundedCall {
  const bytes = chain.fork.runtime.runtimeCall.encode(call)
  if (bytes.length <= MOST_INLINE) return { type: "Inline", value: toHex(bytes) }
  return { type: "Lookup", value: { hash: notePreimage(chain, bytes), len: bytes.length } }
}

/**
 * Keeps bytes under their hash, blake2b of 32 bytes, and counts the request for them; nobody pays for it.
 *
 * @clause state-22
 * @source pallet-preimage 41.0.0 src/lib.rs:328
 */
function notePreimage(chain: Chain, bytes: Uint8Array): Hash {
  ensure(bytes.length <= MOST_BYTES, "Exhausted")
  const hash = hashOf(toHex(blake2b(bytes, { dkLen: 32 })))
  const before = RequestStatusFor.get(chain.state, hash)
  const request =
    before?.type === "Requested"
      ? { maybe_ticket: before.value.maybe_ticket, count: before.value.count }
      : { maybe_ticket: before?.value.ticket, count: 1 }
  RequestStatusFor.set(chain.state, hash, { type: "Requested", value: { ...request, maybe_len: bytes.length } })
  PreimageFor.set(chain.state, [hash, bytes.length], toHex(bytes))
  chain.deposit(PreimageEvents.Noted, { hash })
  return hash
}

/**
 * The call that was kept; undefined when its bytes are gone or are no call.
 *
 * @clause state-22
 * @source frame-support 41.0.0 src/traits/preimages.rs:207
 */
export function peekCall(chain: Chain, call: BoundedCall): RuntimeCall | undefined {
  const bytes = call.type === "Inline" ? call.value : storedBytes(chain, call)
  if (bytes === undefined) return undefined
  try {
    return chain.fork.runtime.runtimeCall.decode(fromHex(bytes))
  } catch {
    return undefined
  }
}

function storedBytes({ state }: Chain, call: Exclude<BoundedCall, { readonly type: "Inline" }>): Hex | undefined {
  const { hash } = call.value
  const length = call.type === "Lookup" ? call.value.len : lengthOfPreimage(RequestStatusFor.get(state, hash))
  return length === undefined ? undefined : PreimageFor.get(state, [hash, length])
}

type RequestStatus = ReturnType<typeof RequestStatusFor.get>

function lengthOfPreimage(status: RequestStatus): number | undefined {
  return status?.type === "Requested" ? status.value.maybe_len : status?.value.len
}

/**
 * Lets go of a call that was kept. Bytes under a hash go when nobody else asks for them; those that somebody paid for
 * stay.
 *
 * @clause state-22
 * @source pallet-preimage 41.0.0 src/lib.rs:429
 */
export function dropCall(chain: Chain, call: BoundedCall): void {
  if (call.type === "Inline") return
  const { hash } = call.value
  const status = RequestStatusFor.get(chain.state, hash)
  if (status?.type !== "Requested") return
  const { count, maybe_len: length, maybe_ticket: ticket } = status.value
  if (count > 1) {
    RequestStatusFor.set(chain.state, hash, {
      type: "Requested",
      value: { ...status.value, count: U32.saturatingSub<number>(count, 1) },
    })
  } else if (length !== undefined && ticket !== undefined) {
    RequestStatusFor.set(chain.state, hash, { type: "Unrequested", value: { ticket, len: length } })
  } else {
    RequestStatusFor.remove(chain.state, hash)
    if (length === undefined) return
    PreimageFor.remove(chain.state, [hash, length])
    chain.deposit(PreimageEvents.Cleared, { hash })
  }
}
