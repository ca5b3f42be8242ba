import { type AccountId, accountId, netUid, netUidStorageIndex, ROOT } from "../../reference/state/primitives.js"
import type { State } from "../../reference/state/state.js"
import { LastEpochBlock, Weights } from "../../reference/state/storage/subtensorModule.js"
import { author, owner, ownerHotkey } from "../../vectors/generators/scenarios/accounts.js"
import { alpha, tao } from "../../vectors/generators/scenarios/amounts.js"
import { Network } from "../../vectors/generators/scenarios/network.js"

const TEMPO = 360
const VALIDATORS = 4
const MINERS = 12

/** The block from which a generated network goes on. */
export const FIRST_BLOCK = 10_000

function neuronAccount(subnet: number, neuron: number): AccountId {
  return accountId(`0x${subnet.toString(16).padStart(4, "0")}${neuron.toString(16).padStart(60, "0")}`)
}

function addSubnet(network: Network, subnet: number, subnets: number): void {
  const coldkey = neuronAccount(subnet, VALIDATORS + MINERS)
  network.subnet(subnet, { taoReserve: tao(1_000 + subnet), alphaReserve: alpha(2_000), tempo: TEMPO })
  const validators = Array.from({ length: VALIDATORS }, (_, uid) => neuronAccount(subnet, uid))
  const miners = Array.from({ length: MINERS }, (_, index) => neuronAccount(subnet, VALIDATORS + index))
  for (const validator of validators) {
    network.hotkey(validator, coldkey).neuron(subnet, validator, true).stake(subnet, validator, coldkey, alpha(1_500))
  }
  for (const miner of miners) network.hotkey(miner, coldkey).neuron(subnet, miner, false)
  const weights = miners.map((_, index): [number, number] => [VALIDATORS + index, 1_000 + index])
  network.store((state) => {
    for (const uid of validators.keys()) Weights.set(state, netUidStorageIndex(subnet), uid, weights)
    LastEpochBlock.set(state, netUid(subnet), BigInt(FIRST_BLOCK - Math.floor((TEMPO * subnet) / subnets)))
  })
}

/**
 * A network of so many subnets beside root. Each has four validators with stake, who weigh twelve miners, and an epoch
 * every 360 blocks; these are spread evenly, so that a tenth of the subnets has one in the first 36 blocks.
 */
export function growingNetwork(subnets: number): State {
  const network = new Network()
    .endow(author, tao(1))
    .hotkey(ownerHotkey, owner)
    .neuron(ROOT, ownerHotkey, true)
    .stake(ROOT, ownerHotkey, owner, alpha(10_000))
  for (let subnet = 1; subnet <= subnets; subnet++) addSubnet(network, subnet, subnets)
  network.state.forgetHistory()
  return network.state
}
