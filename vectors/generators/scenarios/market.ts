import { type NetUid, netUid, ROOT } from "../../../reference/state/primitives.js"
import { alice, author, bob, carol, miner1, miner2, owner, ownerHotkey, validator1, validator2 } from "./accounts.js"
import { alpha, tao } from "./amounts.js"
import { Network } from "./network.js"

/** The subnet that most scenarios are about. */
export const SUBNET: NetUid = netUid(1)

/** A second one, to swap with. */
export const OTHER: NetUid = netUid(2)

/** A subnet that is not there. */
export const NOWHERE: NetUid = netUid(9)

export { ROOT }

/** Two subnets with pools, alice and bob with TAO, and bob's validator with stake of both. */
export function market(network = new Network()): Network {
  return network
    .endow(alice, tao(1_000))
    .endow(author, tao(1))
    .hotkey(validator1, bob)
    .subnet(SUBNET, { taoReserve: tao(1_000), alphaReserve: alpha(2_000) })
    .subnet(OTHER, { taoReserve: tao(5_000), alphaReserve: alpha(4_000) })
    .stake(SUBNET, validator1, bob, alpha(100))
    .stake(SUBNET, validator1, alice, alpha(50))
}

/** A subnet with an owner, two validators and two miners, in this order, and stake on the validators. */
export function workingSubnet(tempo = 10, network = new Network()): Network {
  return network
    .endow(author, tao(1))
    .hotkey(ownerHotkey, owner)
    .hotkey(validator1, alice)
    .hotkey(validator2, bob)
    .hotkey(miner1, carol)
    .hotkey(miner2, carol)
    .subnet(SUBNET, { taoReserve: tao(1_000), alphaReserve: alpha(2_000), tempo })
    .neuron(SUBNET, ownerHotkey, false)
    .neuron(SUBNET, validator1, true)
    .neuron(SUBNET, validator2, true)
    .neuron(SUBNET, miner1, false)
    .neuron(SUBNET, miner2, false)
    .stake(SUBNET, validator1, alice, alpha(3_000))
    .stake(SUBNET, validator2, bob, alpha(1_000))
}
