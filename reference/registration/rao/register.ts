import { coldkeyOwnsHotkey, ownIfNobodyDoes } from "../../keys/ownership.js"
import { RuntimePanic } from "../../numbers/runtimePanic.js"
import type { Chain } from "../../state/chain.js"
import { SubtensorModuleEvents } from "../../state/events.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import { type AccountId, type Hash, hash, type NetUid } from "../../state/primitives.js"
import { ensure } from "../../state/refusal.js"
import type { Hex } from "../../state/scaleTypes.js"
import {
  Difficulty,
  MaxAllowedUids,
  NetworkPowRegistrationAllowed,
  UsedWork,
} from "../../state/storage/subtensorModule.js"
import { BlockHash } from "../../state/storage/system.js"
import { isRecent, meetsDifficulty, sealOf } from "./proofOfWork.js"
import { countRegistration, ensureMayRegister, registerNeuron } from "./registerNeuron.js"

/** How many characters a hash of 32 bytes has with its `0x`. */
const HASH_CHARACTERS = 66

/** The work with which a hotkey registers. */
export interface Work {
  readonly block: bigint
  readonly nonce: bigint
  readonly work: Hex
  readonly coldkey: AccountId
}

/**
 * Registers the hotkey that signs as a neuron of a subnet, for a coldkey that it names, paid for with work.
 *
 * @throws a RuntimePanic for work that is not 32 bytes long
 * @clause registration-45
 * @source rao:pallets/subtensor/src/subnets/registration.rs:186
 */
export function register(chain: Chain, origin: Origin, netuid: NetUid, hotkey: AccountId, work: Work): void {
  const { state, blockNumber } = chain
  ensure(ensureSigned(origin) === hotkey, "SubtensorModule.TransactorAccountShouldBeHotKey")
  ensureMayRegister(chain, netuid, hotkey, (subnet) => NetworkPowRegistrationAllowed.get(state, subnet))
  ensureWorked(chain, netuid, hotkey, work)
  UsedWork.set(state, work.work, blockNumber)
  ownIfNobodyDoes(chain, work.coldkey, hotkey)
  ensure(coldkeyOwnsHotkey(chain, work.coldkey, hotkey), "SubtensorModule.NonAssociatedColdKey")
  ensure(MaxAllowedUids.get(state, netuid) !== 0, "SubtensorModule.NoNeuronIdAvailable")

  const uid = registerNeuron(chain, netuid, hotkey)
  countRegistration(chain, netuid, "work")
  chain.deposit(SubtensorModuleEvents.NeuronRegistered, [netuid, uid, hotkey])
}

/**
 * Refuses unless the work was done on a recent block, is hard enough, and is what hashing the block, the hotkey and the
 * nonce gives. Nobody asks whether the work was used before.
 *
 * @clause registration-45
 * @source rao:pallets/subtensor/src/subnets/registration.rs:243
 */
function ensureWorked(chain: Chain, netuid: NetUid, hotkey: AccountId, { block, nonce, work }: Work): void {
  const { state, blockNumber } = chain
  ensure(isRecent(block, blockNumber), "SubtensorModule.InvalidWorkBlock")
  const worked = hashOf(work)
  ensure(meetsDifficulty(worked, Difficulty.get(state, netuid)), "SubtensorModule.InvalidDifficulty")
  const seal = sealOf({ blockHash: BlockHash.get(state, Number(block)), nonce, hotkey })
  ensure(seal === worked, "SubtensorModule.InvalidSeal")
}

function hashOf(work: Hex): Hash {
  if (work.length !== HASH_CHARACTERS) throw new RuntimePanic("work is not 32 bytes long")
  return hash(work)
}
