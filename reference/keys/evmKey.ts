import { keccak_256 } from "@noble/hashes/sha3.js"
import { concatBytes } from "@noble/hashes/utils.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import { accountId } from "../state/chainTypes.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import { type AccountId, accountId as accountIdOf, type NetUid } from "../state/primitives.js"
import { ensure, refuse } from "../state/refusal.js"
import { fromHex, type Hex, u64 } from "../state/scaleTypes.js"
import { AssociatedEvmAddress } from "../state/storage/subtensorModule.js"
import { requiredUidOfHotkey } from "../subnets/neurons.js"
import { ethereumMessageHash, signingAddress } from "./ethereumSignature.js"
import { owningColdkeyForHotkey } from "./ownership.js"

/** The owner of a hotkey without an owner. */
const NOBODY = accountIdOf(`0x${"00".repeat(32)}`)

/** What a hotkey shows to have an address of Ethereum associated with its neuron. */
export interface EvmKeyProof {
  /** The address, 20 bytes. */
  readonly evm_key: Hex
  /** A number that is signed along; any will do. */
  readonly block_number: bigint
  /** 65 bytes by the key of the address. */
  readonly signature: Hex
}

/**
 * Associates an address of Ethereum with the neuron of a hotkey, which signs the call; the key of the address signs
 * hotkey and block number.
 *
 * @clause keys-70
 * @source pallets/subtensor/src/utils/evm.rs:45
 */
export function associateEvmKey(chain: Chain, origin: Origin, netuid: NetUid, proof: EvmKeyProof): void {
  const hotkey = ensureSigned(origin)
  ensure(owningColdkeyForHotkey(chain, hotkey) !== NOBODY, "SubtensorModule.NonAssociatedColdKey")
  const uid = requiredUidOfHotkey(chain, netuid, hotkey)
  ensureMayAssociate(chain, netuid, uid)
  ensureSignedByAddress(hotkey, proof)
  storeAssociation(chain, netuid, uid, hotkey, proof.evm_key)
}

/**
 * Stores an address with a neuron and tells of it.
 *
 * @clause keys-70
 * @source pallets/subtensor/src/utils/evm.rs:84
 */
export function storeAssociation(chain: Chain, netuid: NetUid, uid: number, hotkey: AccountId, evmKey: Hex): void {
  AssociatedEvmAddress.set(chain.state, netuid, uid, [evmKey, chain.blockNumber])
  chain.deposit(SubtensorModuleEvents.EvmKeyAssociated, {
    netuid,
    hotkey,
    evm_key: evmKey,
    block_associated: chain.blockNumber,
  })
}

/**
 * Refuses an association of a hotkey that is no neuron of the subnet, and one that comes too soon, before the call runs.
 *
 * @clause keys-72
 * @source pallets/subtensor/src/guards/check_evm_key_association.rs:24
 */
export function checkEvmKeyAssociation(chain: Chain, signer: AccountId, netuid: NetUid): void {
  ensureMayAssociate(chain, netuid, requiredUidOfHotkey(chain, netuid, signer))
}

/**
 * Refuses with EvmKeyAssociateRateLimitExceeded unless enough blocks have passed since the last association of the
 * neuron, or since block 0.
 *
 * @clause keys-72
 * @source pallets/subtensor/src/utils/evm.rs:117
 */
function ensureMayAssociate(chain: Chain, netuid: NetUid, uid: number): void {
  const last = AssociatedEvmAddress.get(chain.state, netuid, uid)?.[1] ?? 0n
  const passed = U64.saturatingSub(chain.blockNumber, last)
  ensure(passed >= chain.constants.evmKeyAssociateRateLimit, "SubtensorModule.EvmKeyAssociateRateLimitExceeded")
}

/**
 * What the key of an address signs: the hotkey's bytes and Keccak-256 of the block number as eight bytes, low one first.
 *
 * @clause keys-70
 * @source pallets/subtensor/src/utils/evm.rs:63
 */
export function associationMessage(hotkey: AccountId, blockNumber: bigint): Uint8Array {
  return concatBytes(accountId.encode(hotkey), keccak_256(u64.encode(blockNumber)))
}

function ensureSignedByAddress(hotkey: AccountId, { evm_key, block_number, signature }: EvmKeyProof): void {
  const address = signingAddress(ethereumMessageHash(associationMessage(hotkey, block_number)), fromHex(signature))
  if (address === undefined) throw refuse("SubtensorModule.InvalidIdentity")
  ensure(address === evm_key, "SubtensorModule.InvalidRecoveredPublicKey")
}
