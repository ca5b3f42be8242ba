import type { ValueOf } from "../interface/valueType.js"
import { U64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { hyperparameter } from "../state/namedTypes.js"
import type { AccountId, NetUid } from "../state/primitives.js"
import { type ErrorName, ensure } from "../state/refusal.js"
import {
  LastRateLimitedBlock,
  OwnerHyperparamRateLimit,
  Tempo,
  TransactionKeyLastBlock,
  TxChildkeyTakeRateLimit,
  WeightsVersionKeyRateLimit,
} from "../state/storage/subtensorModule.js"

/** The name under which a hyperparameter's changes by the owner are limited. */
export type Hyperparameter = ValueOf<typeof hyperparameter>

/** A limit on how often something may be changed on a subnet: how many blocks apart, and where the last is noted. */
export interface RateLimit {
  blocksApart(chain: Chain, netuid: NetUid): bigint
  lastChange(chain: Chain, account: AccountId, netuid: NetUid): bigint
  recordChange(chain: Chain, account: AccountId, netuid: NetUid): void
}

/** The codes under which the last block of a kind of transaction is kept for each account and subnet. */
const TRANSACTION_CODES = {
  SetChildren: 0,
  SetChildkeyTake: 1,
  SetWeightsVersionKey: 4,
  MechanismCountUpdate: 7,
  MechanismEmission: 8,
  MaxUidsTrimming: 9,
  TempoUpdate: 11,
}

/**
 * The limit on an owner's changes of one hyperparameter: as many tempos apart as OwnerHyperparamRateLimit says, counted
 * for the subnet whoever owned it.
 *
 * @clause hyperparameters-03
 * @source pallets/subtensor/src/utils/rate_limiting.rs:44
 */
export function ownerHyperparameterLimit(name: Hyperparameter): RateLimit {
  const keyOf = (netuid: NetUid) => ({ type: "OwnerHyperparamUpdate", value: [netuid, name] }) as const
  return {
    blocksApart: ({ state }, netuid) =>
      U64.saturatingMul(BigInt(Tempo.get(state, netuid)), BigInt(OwnerHyperparamRateLimit.get(state))),
    lastChange: ({ state }, _account, netuid) => LastRateLimitedBlock.get(state, keyOf(netuid)),
    recordChange: ({ state, blockNumber }, _account, netuid) =>
      LastRateLimitedBlock.set(state, keyOf(netuid), blockNumber),
  }
}

/** The limit on changes of the hotkey that a subnet's owner runs it with, counted for the subnet. */
export const OWNER_HOTKEY_LIMIT: RateLimit = {
  blocksApart: ({ constants }) => constants.hyperparameterRateLimits.ownerHotkey,
  lastChange: ({ state }, _account, netuid) =>
    LastRateLimitedBlock.get(state, { type: "SetSNOwnerHotkey", value: netuid }),
  recordChange: ({ state, blockNumber }, _account, netuid) =>
    LastRateLimitedBlock.set(state, { type: "SetSNOwnerHotkey", value: netuid }, blockNumber),
}

function transactionLimit(
  kind: keyof typeof TRANSACTION_CODES,
  blocksApart: (chain: Chain, netuid: NetUid) => bigint,
): RateLimit {
  const code = TRANSACTION_CODES[kind]
  return {
    blocksApart,
    lastChange: ({ state }, account, netuid) => TransactionKeyLastBlock.get(state, account, netuid, code),
    recordChange: ({ state, blockNumber }, account, netuid) =>
      TransactionKeyLastBlock.set(state, account, netuid, code, blockNumber),
  }
}

/** The limit on an owner's changes of the tempo. */
export const TEMPO_LIMIT = transactionLimit("TempoUpdate", ({ constants }) => constants.hyperparameterRateLimits.tempo)

/**
 * The limit on an owner's changes of the wanted version of validators' software: as many tempos apart as
 * WeightsVersionKeyRateLimit says.
 *
 * @clause hyperparameters-03
 * @source pallets/subtensor/src/utils/rate_limiting.rs:41
 */
export const WEIGHTS_VERSION_KEY_LIMIT = transactionLimit("SetWeightsVersionKey", ({ state }, netuid) =>
  U64.saturatingMul(BigInt(Tempo.get(state, netuid)), WeightsVersionKeyRateLimit.get(state)),
)

/** The limit on an owner's changes of the number of mechanisms. */
export const MECHANISM_COUNT_LIMIT = transactionLimit(
  "MechanismCountUpdate",
  ({ constants }) => constants.hyperparameterRateLimits.mechanismCount,
)

/** The limit on an owner's changes of the split of emission between mechanisms. */
export const MECHANISM_EMISSION_LIMIT = transactionLimit(
  "MechanismEmission",
  ({ constants }) => constants.hyperparameterRateLimits.mechanismEmission,
)

/** The limit on an owner's trimmings of a subnet's neurons. */
export const UIDS_TRIMMING_LIMIT = transactionLimit(
  "MaxUidsTrimming",
  ({ constants }) => constants.hyperparameterRateLimits.uidsTrimming,
)

/** The limit on how often the children of a hotkey are set on a subnet. */
export const SET_CHILDREN_LIMIT = transactionLimit("SetChildren", ({ constants }) => constants.setChildrenInterval)

/** The limit on how often a hotkey's childkey take is raised on a subnet. */
export const CHILDKEY_TAKE_LIMIT = transactionLimit("SetChildkeyTake", ({ state }) =>
  TxChildkeyTakeRateLimit.get(state),
)

/**
 * Whether something last done in block `last` may be done again in block `now`. What was never done, and what was last
 * done in block 0, always may.
 *
 * @clause hyperparameters-03
 * @source pallets/subtensor/src/utils/rate_limiting.rs:64
 */
export function passesRateLimit(last: bigint, now: bigint, blocksApart: bigint): boolean {
  return last === 0n || U64.saturatingSub(now, last) >= blocksApart
}

/**
 * Refuses, with SubtensorModule.TxRateLimitExceeded where no other error is named, when the last change is fewer blocks
 * ago than the limit asks for.
 *
 * @clause hyperparameters-03
 * @source pallets/subtensor/src/utils/misc.rs:38
 */
export function ensurePassesRateLimit(
  chain: Chain,
  limit: RateLimit,
  account: AccountId,
  netuid: NetUid,
  error: ErrorName = "SubtensorModule.TxRateLimitExceeded",
): void {
  const last = limit.lastChange(chain, account, netuid)
  ensure(passesRateLimit(last, chain.blockNumber, limit.blocksApart(chain, netuid)), error)
}
