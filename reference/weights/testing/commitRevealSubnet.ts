import type { Chain } from "../../state/chain.js"
import {
  CommitRevealWeightsEnabled,
  MechanismCountCurrent,
  MinAllowedWeights,
  SubnetEpochIndex,
  ValidatorPermit,
  WeightsSetRateLimit,
} from "../../state/storage/subtensorModule.js"
import { SUBNET, smallSubnet } from "../../subnets/testing/smallSubnet.js"
import type { WeightsReveal } from "../commitHash.js"

/** The epoch that the subnet is in. */
export const EPOCH = 20n

/** Weights that neuron 0 may set. */
export const REVEAL: WeightsReveal = { uids: [1, 2], values: [10, 20], salt: [7, 8, 9], versionKey: 0n }

/**
 * A subnet of four neurons with two mechanisms, on which weights must be committed first and are revealed an epoch later.
 * Neuron 0 may weigh others.
 */
export function commitRevealSubnet(): Chain {
  const chain = smallSubnet(4)
  const { state } = chain
  CommitRevealWeightsEnabled.set(state, SUBNET, true)
  MechanismCountCurrent.set(state, SUBNET, 2)
  ValidatorPermit.set(state, SUBNET, [true, false, false, false])
  MinAllowedWeights.set(state, SUBNET, 1)
  WeightsSetRateLimit.set(state, SUBNET, 0n)
  SubnetEpochIndex.set(state, SUBNET, EPOCH)
  return chain
}

/** Lets as many epochs of the subnet pass. */
export function passEpochs({ state }: Chain, count: bigint): void {
  SubnetEpochIndex.mutate(state, SUBNET, (index) => index + count)
}
