import type { Hex } from "../state/scaleTypes.js"

/** What opening a timelocked ciphertext gives. */
export type OpenedTimelock =
  | { readonly kind: "plain"; readonly plaintext: Uint8Array }
  /** The ciphertext or the signature is malformed, or they do not belong together. */
  | { readonly kind: "broken" }
  /** The model does not decrypt. */
  | { readonly kind: "unknown" }

/**
 * Opens a ciphertext with the signature of the drand round that it is locked until. The model has no decryption: every
 * commit waits as if its round were not recorded.
 *
 * @param _ciphertext as the public client libraries make it
 * @param _signature of the round
 * @clause weights-41
 * @source pallets/subtensor/src/coinbase/reveal_commits.rs:100
 */
export function openTimelock(_ciphertext: Hex, _signature: Hex): OpenedTimelock {
  return { kind: "unknown" }
}
