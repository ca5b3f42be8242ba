import { fromHex, type Hex } from "../../../reference/state/scaleTypes.js"
import type { StorageChanges } from "../chainAccess.js"
import type { ChainCoding } from "../coding/chainCoding.js"
import { type SigningChain, signedExtrinsic } from "./signing.js"

/** How many hexadecimal digits of keys and values one extrinsic carries at most. */
const MOST_DIGITS = 1_500_000

/** Without weight, because a block would otherwise be full after a few hundred writes. */
const NO_WEIGHT = { ref_time: "0", proof_size: "0" }

/** Parts of a list whose sizes add up to no more than the most. */
function chunks<T>(values: readonly T[], sizeOf: (value: T) => number): readonly (readonly T[])[] {
  const found: T[][] = []
  let room = 0
  for (const value of values) {
    const last = found.at(-1)
    if (last === undefined || room < sizeOf(value)) {
      found.push([value])
      room = MOST_DIGITS - sizeOf(value)
    } else {
      last.push(value)
      room -= sizeOf(value)
    }
  }
  return found
}

function sudoCall(
  coding: ChainCoding,
  name: string,
  fields: { readonly [name: string]: readonly (Hex | readonly Hex[])[] },
): Hex {
  return coding.encodeCall({ "Sudo.sudo_unchecked_weight": { call: { [name]: fields }, weight: NO_WEIGHT } }, name)
}

/** The calls by which the sudo key writes raw storage, in their order. */
export function storageCalls(coding: ChainCoding, changes: StorageChanges): readonly Hex[] {
  const set = [...changes].flatMap(([key, value]): readonly (readonly [Hex, Hex])[] =>
    value === null ? [] : [[key, value]],
  )
  const gone = [...changes].flatMap(([key, value]) => (value === null ? [key] : []))
  return [
    ...chunks(gone, (key) => key.length).map((keys) => sudoCall(coding, "System.kill_storage", { keys })),
    ...chunks(set, ([key, value]) => key.length + value.length).map((items) =>
      sudoCall(coding, "System.set_storage", { items }),
    ),
  ]
}

/** The extrinsics of calls by the sudo key, numbered on from `nonce`. */
export function sudoExtrinsics(chain: SigningChain, sudo: Hex, calls: readonly Hex[], nonce: number): readonly Hex[] {
  return calls.map((call, index) => signedExtrinsic(chain, { call: fromHex(call), signer: sudo }, nonce + index))
}
