import { blake2b } from "@noble/hashes/blake2.js"
import { type Hex, toHex } from "../../../reference/state/scaleTypes.js"
import { type ChainOrigin, ChainRefusal, type RuntimeVersion } from "../chainAccess.js"
import type { ChainCoding } from "../coding/chainCoding.js"
import { enclose } from "../coding/enclosedCall.js"
import { ExtrinsicCoding } from "../coding/extrinsicCoding.js"
import { developmentKeys } from "./developmentKeys.js"

/** What chopsticks, started with --mock-signature-host, takes as the signature of any account. */
const ANY_SIGNATURE = Uint8Array.from({ length: 64 }, (_, index) => [0xde, 0xad, 0xbe, 0xef][index] ?? 0xcd)

const HASH_LENGTH = 32

/** What signing on a chain depends on. */
export interface SigningChain {
  readonly coding: ChainCoding
  readonly version: RuntimeVersion
  readonly genesisHash: Hex
  /** The account that the chain's Sudo pallet obeys; undefined where there is none. */
  readonly sudoAccount: Hex | undefined
  /** Whether the chain can be started so that a certain signature passes for everybody's. */
  readonly takesAnySignature: boolean
}

/** A call ready to be signed, and the account that signs it. */
export interface Carriage {
  readonly call: Uint8Array
  readonly signer: Hex
}

/** How a call with an origin reaches the chain, or why it cannot. */
export function carriageOf(chain: SigningChain, origin: ChainOrigin, call: Uint8Array): Carriage | string {
  const enclosed = enclose(chain.coding, origin, call)
  if (typeof enclosed === "string") return enclosed
  const signer = enclosed.signer === "sudo" ? chain.sudoAccount : enclosed.signer.account
  if (signer === undefined) return "the chain's Sudo pallet has no key"
  if (canSign(chain, signer)) return { call: enclosed.bytes, signer }
  const role = enclosed.signer === "sudo" ? "the chain's sudo key" : "the caller"
  return `${role} ${signer} is not a development key, and the node takes no signature but the true one`
}

/** Whether the harness can sign as an account. */
export function canSign({ takesAnySignature }: SigningChain, account: Hex): boolean {
  return takesAnySignature || developmentKeys.has(account)
}

/** The extrinsic of a call, signed as an account. Throws a ChainRefusal for an account whose key is not known. */
export function signedExtrinsic(chain: SigningChain, { call, signer }: Carriage, nonce: number): Hex {
  const { coding, version, genesisHash, takesAnySignature } = chain
  const { specVersion, transactionVersion } = version
  const extrinsics = new ExtrinsicCoding(coding)
  const payload = extrinsics.signingPayload(call, { nonce, genesisHash, specVersion, transactionVersion }, (bytes) =>
    blake2b(bytes, { dkLen: HASH_LENGTH }),
  )
  const signature = developmentKeys.get(signer)?.sign(payload) ?? (takesAnySignature ? ANY_SIGNATURE : undefined)
  if (signature === undefined) throw new ChainRefusal(`the key of ${signer} is not known`)
  return toHex(extrinsics.signed(call, signer, nonce, Uint8Array.from(signature)))
}
