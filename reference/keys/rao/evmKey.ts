import { keccak_256 } from "@noble/hashes/sha3.js"
import type { Chain } from "../../state/chain.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import type { AccountId, NetUid } from "../../state/primitives.js"
import { ensure, refuse } from "../../state/refusal.js"
import { fromHex } from "../../state/scaleTypes.js"
import { requiredUidOfHotkey } from "../../subnets/neurons.js"
import { signingAddress } from "../ethereumSignature.js"
import { associationMessage, type EvmKeyProof, storeAssociation } from "../evmKey.js"
import { owningColdkeyForHotkey } from "../ownership.js"

/**
 * Associates an address of Ethereum with the neuron of a hotkey, whose coldkey signs the call; the key of the address
 * signs Keccak-256 of hotkey and block number, without the prefix that wallets put before messages.
 *
 * @clause keys-87
 * @source rao:pallets/subtensor/src/utils/evm.rs:33
 */
export function associateEvmKey(
  chain: Chain,
  origin: Origin,
  netuid: NetUid,
  hotkey: AccountId,
  { evm_key, block_number, signature }: EvmKeyProof,
): void {
  const coldkey = ensureSigned(origin)
  ensure(owningColdkeyForHotkey(chain, hotkey) === coldkey, "SubtensorModule.NonAssociatedColdKey")
  const uid = requiredUidOfHotkey(chain, netuid, hotkey)
  const address = signingAddress(keccak_256(associationMessage(hotkey, block_number)), fromHex(signature))
  if (address === undefined) throw refuse("SubtensorModule.UnableToRecoverPublicKey")
  ensure(address === evm_key, "SubtensorModule.InvalidRecoveredPublicKey")
  storeAssociation(chain, netuid, uid, hotkey, evm_key)
}
