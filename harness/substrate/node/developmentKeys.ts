import { getPublicKey, HDKD, secretFromSeed, sign } from "@scure/sr25519"
import { str } from "scale-ts"
import { fromHex, type Hex, toHex } from "../../../reference/state/scaleTypes.js"

/** The names of the accounts that every development chain endows. */
const NAMES = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie"] as const

/** The seed of the phrase that every Substrate development chain uses. It is public and guards nothing. */
const DEVELOPMENT_SEED = "0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e"

const CHAIN_CODE_LENGTH = 32

/** A key whose secret everybody knows. */
export interface DevelopmentKey {
  readonly name: string
  readonly account: Hex
  sign(message: Uint8Array): Uint8Array
}

/** The code of a hard derivation: the name's SCALE bytes, filled up with zeros. */
function chainCode(name: string): Uint8Array {
  const code = new Uint8Array(CHAIN_CODE_LENGTH)
  code.set(str.enc(name))
  return code
}

function developmentKey(name: string): DevelopmentKey {
  const secret = HDKD.secretHard(secretFromSeed(fromHex(DEVELOPMENT_SEED)), chainCode(name))
  return { name, account: toHex(getPublicKey(secret)), sign: (message) => sign(secret, message) }
}

/** The development keys by account. */
export const developmentKeys: ReadonlyMap<string, DevelopmentKey> = new Map(
  NAMES.map((name) => {
    const key = developmentKey(name)
    return [key.account, key]
  }),
)
