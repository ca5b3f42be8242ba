import { concatBytes } from "@noble/hashes/utils.js"
import { compact, u32 } from "scale-ts"
import { fromHex, type Hex, toHex } from "../../../reference/state/scaleTypes.js"
import type { ChainCoding } from "./chainCoding.js"

const VERSION = 4
const SIGNED = 0x80
const SIGNATURE_BYTES = 64
const LONGEST_SIGNED_AS_IT_IS = 256

/** What a signature is bound to besides the call. */
export interface SigningContext {
  readonly nonce: number
  readonly genesisHash: Hex
  readonly specVersion: number
  readonly transactionVersion: number
}

/** Writes a chain's extrinsics. Signed ones live for ever, tip nothing and say no more than they must. */
export class ExtrinsicCoding {
  readonly #coding: ChainCoding

  constructor(coding: ChainCoding) {
    this.#coding = coding
  }

  /** The address by which extrinsics and calls name an account. */
  address(account: Hex): Uint8Array {
    const { types, extrinsic } = this.#coding
    const isMulti = types.type(extrinsic.address).path.at(-1) === "MultiAddress"
    return types.of(extrinsic.address).encode(isMulti ? { Id: account } : account, "address")
  }

  /** An extrinsic that nobody signed, such as an inherent. */
  bare(call: Uint8Array): Uint8Array {
    return withLength(concatBytes(Uint8Array.of(VERSION), call))
  }

  /** An extrinsic with an sr25519 signature of an account, real or not. */
  signed(call: Uint8Array, account: Hex, nonce: number, signature = new Uint8Array(SIGNATURE_BYTES)): Uint8Array {
    const { types, extrinsic } = this.#coding
    return withLength(
      concatBytes(
        Uint8Array.of(SIGNED | VERSION),
        this.address(account),
        types.of(extrinsic.signature).encode({ Sr25519: toHex(signature) }, "signature"),
        this.#extra(nonce),
        call,
      ),
    )
  }

  /** What an account has to sign. `hash` is the 32-byte blake2b hash, which stands for longer payloads. */
  signingPayload(call: Uint8Array, context: SigningContext, hash: (bytes: Uint8Array) => Uint8Array): Uint8Array {
    const payload = concatBytes(call, this.#extra(context.nonce), this.#implied(context))
    return payload.length > LONGEST_SIGNED_AS_IT_IS ? hash(payload) : payload
  }

  #extensions() {
    return this.#coding.metadata.extrinsic.extensionsByVersion[0] ?? []
  }

  /** What the extrinsic itself says: the nonce, and of all else the simplest there is, such as no tip. */
  #extra(nonce: number): Uint8Array {
    const { types } = this.#coding
    const parts = this.#extensions().map(({ identifier, type }) =>
      identifier === "CheckNonce" ? types.of(type).encode(String(nonce), "nonce") : types.of(type).simplest(),
    )
    return concatBytes(...parts)
  }

  /** What is signed and not said. */
  #implied({ genesisHash, specVersion, transactionVersion }: SigningContext): Uint8Array {
    const known: Readonly<Record<string, Uint8Array>> = {
      CheckSpecVersion: u32.enc(specVersion),
      CheckTxVersion: u32.enc(transactionVersion),
      CheckGenesis: fromHex(genesisHash),
      CheckMortality: fromHex(genesisHash),
      CheckEra: fromHex(genesisHash),
    }
    const { types } = this.#coding
    const parts = this.#extensions().map(
      ({ identifier, additionalSigned }) => known[identifier] ?? types.of(additionalSigned).simplest(),
    )
    return concatBytes(...parts)
  }
}

function withLength(bytes: Uint8Array): Uint8Array {
  return concatBytes(compact.enc(bytes.length), bytes)
}
