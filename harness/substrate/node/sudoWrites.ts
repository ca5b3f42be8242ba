import type { JsonObject } from "../../../reference/interface/valueType.js"
import { fromHex, type Hex } from "../../../reference/state/scaleTypes.js"
import { ChainRefusal, type StorageChanges } from "../chainAccess.js"
import type { ChainCoding } from "../coding/chainCoding.js"
import { type SigningChain, signedExtrinsic } from "./signing.js"

const SUDO = "Sudo.sudo_unchecked_weight"

/** How many hexadecimal digits of keys and values one extrinsic carries at most. */
const MOST_DIGITS = 1_500_000

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

/** A call of the sudo key, without weight, because a block would otherwise be full after a few hundred writes. */
function sudoCall(coding: ChainCoding, name: string, fields: JsonObject): Uint8Array {
  return coding.callOfBytes(SUDO, fromHex(coding.encodeCall({ [name]: fields }, name)), noWeight(coding))
}

/** Weight zero: a number on older chains, a structure on newer ones. */
function noWeight(coding: ChainCoding): Uint8Array {
  const def = coding.types.type(coding.pallet("Sudo")?.calls?.type ?? 0).def
  const call = def.tag === "variant" ? def.value.find(({ name }) => SUDO.endsWith(`.${name}`)) : undefined
  const weight = call?.fields.find(({ name }) => name === "weight")
  if (weight === undefined) throw new ChainRefusal(`the chain has no ${SUDO}, by which storage is written`)
  return coding.types.of(weight.type).simplest()
}

/** The calls by which the sudo key writes raw storage, in their order. */
export function storageCalls(coding: ChainCoding, changes: StorageChanges): readonly Uint8Array[] {
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
export function sudoExtrinsics(
  chain: SigningChain,
  sudo: Hex,
  calls: readonly Uint8Array[],
  nonce: number,
): readonly Hex[] {
  return calls.map((call, index) => signedExtrinsic(chain, { call, signer: sudo }, nonce + index))
}
