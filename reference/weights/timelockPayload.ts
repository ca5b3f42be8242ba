import type { AccountId } from "../state/primitives.js"
import { bytes, type ScaleType, struct, u16, u64, vector } from "../state/scaleTypes.js"

/** Weights that were committed to. */
export interface RevealedWeights {
  readonly uids: readonly number[]
  readonly values: readonly number[]
  readonly versionKey: bigint
}

const weights = { uids: vector(u16), values: vector(u16), version_key: u64 }
const payloadType = struct({ hotkey: bytes, ...weights })
const legacyType = struct(weights)

const LENGTH_OF_AN_ACCOUNT = 2 + 64

/**
 * The value at the front of the bytes; nothing where they are too short, or give a length in more bytes than it takes.
 * What follows the value does not matter.
 *
 * @clause weights-41
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:137
 */
function decode<T>(type: ScaleType<T>, plaintext: Uint8Array): T | undefined {
  const value = attemptDecode(type, plaintext)
  if (value === undefined) return undefined
  return type.encode(value).every((byte, place) => plaintext[place] === byte) ? value : undefined
}

function attemptDecode<T>(type: ScaleType<T>, plaintext: Uint8Array): T | undefined {
  try {
    return type.decode(plaintext)
  } catch {
    return undefined
  }
}

/**
 * Reads a committed payload: hotkey, uids, values and version key in SCALE; or, where it cannot be read so or its hotkey
 * is shorter than an account, without the hotkey. Nothing where neither can be read, or where the hotkey is another than
 * the one that committed.
 *
 * @clause weights-41
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:134
 */
export function decodeTimelockPayload(plaintext: Uint8Array, committer: AccountId): RevealedWeights | undefined {
  const payload = decode(payloadType, plaintext)
  if (payload !== undefined && payload.hotkey.length >= LENGTH_OF_AN_ACCOUNT) {
    return payload.hotkey.slice(0, LENGTH_OF_AN_ACCOUNT) === committer ? revealed(payload) : undefined
  }
  return decodeWeights(plaintext)
}

/**
 * Reads a payload without a hotkey: uids, values and version key in SCALE. Nothing where it cannot be read.
 *
 * @clause weights-41
 * @clause weights-61
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:154
 */
export function decodeWeights(plaintext: Uint8Array): RevealedWeights | undefined {
  const payload = decode(legacyType, plaintext)
  return payload === undefined ? undefined : revealed(payload)
}

function revealed({
  uids,
  values,
  version_key,
}: {
  readonly uids: readonly number[]
  readonly values: readonly number[]
  readonly version_key: bigint
}): RevealedWeights {
  return { uids, values, versionKey: version_key }
}
