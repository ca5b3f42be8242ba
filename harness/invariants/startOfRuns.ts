import { addStakingColdkey } from "../../reference/root/stakingColdkeys.js"
import { ROOT } from "../../reference/state/primitives.js"
import type { State } from "../../reference/state/state.js"
import {
  AdminFreezeWindow,
  ChildKeys,
  ColdkeySwapAnnouncementDelay,
  ColdkeySwapReannouncementDelay,
  CommitRevealWeightsEnabled,
  MaxAllowedUids,
  MinAllowedUids,
  ParentKeys,
  PendingChildKeyCooldown,
  TxRateLimit,
  WeightsSetRateLimit,
} from "../../reference/state/storage/subtensorModule.js"
import { accountOfNetuid } from "../../reference/subnets/subnetAccount.js"
import {
  alice,
  bob,
  carol,
  miner1,
  owner,
  ownerHotkey,
  validator1,
  validator2,
} from "../../vectors/generators/scenarios/accounts.js"
import { alpha, rao, tao } from "../../vectors/generators/scenarios/amounts.js"
import { OTHER, SUBNET, workingSubnet } from "../../vectors/generators/scenarios/market.js"
import { looksAt } from "./invariant.js"

const TEMPO = 10
/** Of the subnet whose weights are hidden, so that they can be revealed for a while. */
const SLOW_TEMPO = 20
const CHILDREN_COME_AFTER = 5n
/** What root's account has beside the stakes, in rao: too little to live on when these are gone. */
const DUST = rao(123n)
/** Of the stake of a parent, in parts of 2^64. */
const HALF = 1n << 63n

function begin(): State {
  const network = workingSubnet(TEMPO)
  network
    .subnet(OTHER, { taoReserve: tao(5_000), alphaReserve: alpha(4_000), tempo: SLOW_TEMPO })
    .neuron(OTHER, ownerHotkey, true)
    .neuron(OTHER, miner1, false)
    .endow(accountOfNetuid(ROOT), DUST)
    .stake(OTHER, ownerHotkey, owner, alpha(500))
    .neuron(ROOT, validator1, true)
    .neuron(ROOT, validator2, true)
    .stake(ROOT, validator1, alice, alpha(700))
  for (const coldkey of [alice, bob, carol, owner]) {
    network.endow(coldkey, tao(10_000))
    for (const hotkey of [validator1, validator2, ownerHotkey]) {
      network.stake(SUBNET, hotkey, coldkey, alpha(400)).stake(OTHER, hotkey, coldkey, alpha(200))
    }
  }
  return open(network.state)
}

/** Numbers those that stake on root, makes room for few neurons only, has a child at work and lets others come soon. */
function open(state: State): State {
  PendingChildKeyCooldown.set(state, CHILDREN_COME_AFTER)
  TxRateLimit.set(state, 1n)
  ColdkeySwapAnnouncementDelay.set(state, 5)
  ColdkeySwapReannouncementDelay.set(state, 5)
  AdminFreezeWindow.set(state, 2)
  ChildKeys.set(state, validator1, SUBNET, [[HALF, miner1]])
  ParentKeys.set(state, miner1, SUBNET, [[HALF, validator1]])
  MaxAllowedUids.set(state, SUBNET, 6)
  MaxAllowedUids.set(state, OTHER, 4)
  for (const netuid of [SUBNET, OTHER]) {
    MinAllowedUids.set(state, netuid, 2)
    WeightsSetRateLimit.set(state, netuid, 3n)
  }
  CommitRevealWeightsEnabled.set(state, OTHER, true)
  addStakingColdkey(looksAt(state), alice)
  state.forgetHistory()
  return state
}

const start = begin()

/** Two subnets at work and root, with people who have TAO and stake: where every run begins. */
export function startOfRuns(): State {
  return start.fork()
}
