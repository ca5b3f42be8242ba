import { netUidStorageIndex, ROOT } from "../../../../reference/state/primitives.js"
import { AdminUtilsCalls, SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import {
  NetworkLastRegistered,
  PendingEmission,
  PendingRootDivs,
  PruningScores,
} from "../../../../reference/state/rao/storage/subtensorModule.js"
import {
  FirstEmissionBlockNumber,
  ImmunityPeriod,
  LastUpdate,
  MaxAllowedUids,
  MaxAllowedValidators,
  NetworkLastLockCost,
  NetworkMinLockCost,
  NetworkRateLimit,
  NetworkRegistrationAllowed,
  PendingChildKeys,
  SubnetAlphaIn,
  SubnetLocked,
  SubnetOwnerHotkey,
  SubnetTAO,
  TargetRegistrationsPerInterval,
  Tempo,
  ValidatorPermit,
  Weights,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, carol, miner1, named, owner, validator1, validator2 } from "../accounts.js"
import { alpha, alphaRao, rao, tao } from "../amounts.js"
import { blockStepOn } from "../blocks/blockStep.js"
import { OTHER, SUBNET } from "../market.js"
import { blockOn, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, refusals, type Suite } from "../suite.js"
import { raoMarket, raoPlaces, raoSubnet } from "./market.js"

const INDEX = netUidStorageIndex(SUBNET)
/** With these tempos the epochs of the first subnet and of root are in block 1,000. */
const DUE = 16
const DUE_ON_ROOT = 5
/** A pool with this reserve makes no swap. */
const TOO_POOR = 10_000_000
const newHotkey = named("new-hotkey")

/** An epoch in block 1,000 for which two validators have set weights. */
const atWork = () =>
  raoSubnet(DUE).store((state) => {
    LastUpdate.set(state, INDEX, [1n, 900n, 900n, 1n, 1n])
    for (const uid of [1, 2]) Weights.set(state, INDEX, uid, [[3, 65_535]])
  })

const ofEmission: Suite = {
  chapter: "coinbase",
  name: "block-step-quirks",
  title: "Quirks of the block step",
  scenarios: [
    accepted(
      "root has no epoch, but its pending children are set",
      ["coinbase-30", "children-41"],
      blockStepOn(
        raoSubnet(360).store((state) => {
          Tempo.set(state, ROOT, DUE_ON_ROOT)
          PendingChildKeys.set(state, ROOT, validator1, [[[1n << 63n, miner1]], 999n])
        }),
      ),
    ),
    accepted(
      "a subnet that was never started has an epoch",
      ["coinbase-31", "coinbase-36"],
      blockStepOn(atWork().store((state) => FirstEmissionBlockNumber.remove(state, SUBNET))),
    ),
    accepted(
      "root's alpha that the pool cannot take is lost",
      ["coinbase-34", "pool-43"],
      blockStepOn(
        raoMarket()
          .stake(ROOT, validator1, alice, alpha(30))
          .store((state) => {
            SubnetTAO.set(state, SUBNET, rao(TOO_POOR))
            NetworkRegistrationAllowed.set(state, SUBNET, false)
          }),
      ),
    ),
  ],
}

const ofConsensus: Suite = {
  chapter: "consensus",
  name: "block-step-quirks",
  title: "Quirks of an epoch",
  scenarios: [
    accepted(
      "of two validators with the same stake the one with the higher uid gets the only permit",
      ["consensus-71", "consensus-80"],
      blockStepOn(
        atWork()
          .stake(SUBNET, validator2, bob, alpha(2_000))
          .store((state) => {
            MaxAllowedValidators.set(state, SUBNET, 1)
            ValidatorPermit.set(state, SUBNET, [false, true, false, false, false])
          }),
      ),
    ),
    accepted(
      "the incentive of the owner's hotkey and the dividends of root leave the sums of subnets as they were",
      ["coinbase-38", "coinbase-37"],
      blockStepOn(
        atWork()
          .stake(ROOT, validator1, alice, alpha(1_000))
          .store((state) => {
            PendingEmission.set(state, SUBNET, alpha(100))
            PendingRootDivs.set(state, SUBNET, tao(1))
            SubnetOwnerHotkey.set(state, SUBNET, miner1)
          }),
      ),
    ),
  ],
}

const ofKeys: Suite = {
  chapter: "keys",
  name: "swap_hotkey-quirks",
  title: "Quirks of swap_hotkey",
  scenarios: [
    accepted(
      "to a hotkey that another coldkey owns, which loses it",
      ["keys-80", "keys-81"],
      blockOn(
        raoSubnet().endow(alice, tao(100)).hotkey(newHotkey, carol),
        [callBy(signed(alice), SubtensorModuleCalls.swap_hotkey, { hotkey: validator1, new_hotkey: newHotkey })],
        10_000n,
      ),
    ),
  ],
}

const ofRegistration: Suite = {
  chapter: "registration",
  name: "burned_register-quirks",
  title: "Quirks of burned_register",
  scenarios: [
    accepted(
      "who replaces a neuron takes over its weights and its permit",
      ["registration-41", "registration-44"],
      blockOn(
        raoSubnet()
          .endow(alice, tao(10))
          .store((state) => {
            MaxAllowedUids.set(state, SUBNET, 5)
            ImmunityPeriod.set(state, SUBNET, 100)
            TargetRegistrationsPerInterval.set(state, SUBNET, 2)
            PruningScores.set(state, SUBNET, [9, 9, 1, 9, 9])
            Weights.set(state, INDEX, 2, [[3, 65_535]])
          }),
        [callBy(signed(alice), SubtensorModuleCalls.burned_register, { netuid: SUBNET, hotkey: newHotkey })],
      ),
    ),
  ],
}

function addingUpTo(limit: number): Situation {
  return blockOn(raoMarket(), [
    callBy(signed(alice), SubtensorModuleCalls.add_stake_limit, {
      hotkey: validator1,
      netuid: SUBNET,
      amount_staked: tao(100),
      limit_price: rao(limit),
      allow_partial: true,
    }),
  ])
}

function swapping(amount: bigint): Situation {
  return blockOn(raoPlaces(), [
    callBy(signed(alice), SubtensorModuleCalls.swap_stake, {
      hotkey: validator1,
      origin_netuid: SUBNET,
      destination_netuid: OTHER,
      alpha_amount: alphaRao(amount),
    }),
  ])
}

function removing(coldkey: typeof alice, held: bigint, amount: bigint): Situation {
  const network = raoPlaces().stake(SUBNET, validator2, coldkey, alphaRao(held))
  return blockOn(network, [
    callBy(signed(coldkey), SubtensorModuleCalls.remove_stake, {
      hotkey: validator2,
      netuid: SUBNET,
      amount_unstaked: alphaRao(amount),
    }),
  ])
}

const small = accepted("all of a small stake", ["staking-80", "staking-81"], removing(alice, 1_200_000n, 1_200_000n))

const ofStaking: Suite = {
  chapter: "staking",
  name: "quirks",
  title: "Quirks of staking",
  scenarios: [
    accepted(
      "remove_stake, of all but half of a hundred-thousandth, which takes everything",
      ["staking-64", "staking-81"],
      removing(carol, alpha(100), alpha(100) - 500_000n),
    ),
    accepted(
      "swap_stake, to a pool that cannot make the swap, which loses the TAO",
      ["staking-69", "staking-84", "pool-43"],
      stored((state) => SubnetAlphaIn.set(state, OTHER, alphaRao(TOO_POOR)))(swapping(alpha(10))),
    ),
    accepted("swap_stake, of so little that what is left after the fees is lost", ["staking-84"], swapping(1_000_100n)),
    accepted(
      "a small nomination, cleared where the pool cannot make the swap, which loses the alpha",
      ["staking-70", "staking-71", "pool-43"],
      blockOn(
        raoPlaces().store((state) => SubnetTAO.set(state, SUBNET, rao(TOO_POOR))),
        [callBy("root", AdminUtilsCalls.sudo_set_nominator_min_required_stake, { min_stake: alpha(55) })],
      ),
    ),
    accepted("add_stake_limit, of a part below the least stake", ["staking-79", "staking-69"], addingUpTo(500_000_200)),
    accepted("add_stake_limit, of a part that the fee takes", ["staking-79", "staking-69"], addingUpTo(500_000_015)),
    small,
    ...refusals(small, [
      {
        name: "all of a stake that is worth the least stake and no more",
        change: stored((state) => SubnetTAO.set(state, SUBNET, tao(800))),
        error: "SubtensorModule.AmountTooLow",
      },
    ]),
  ],
}

const ofSubnets: Suite = {
  chapter: "subnets",
  name: "quirks",
  title: "Quirks of subnets",
  scenarios: [
    accepted(
      "register_network, by who pays 500 rao less than it costs",
      ["subnets-44", "emission-23"],
      blockOn(
        raoSubnet()
          .endow(alice, tao(100))
          .store((state) => {
            NetworkLastLockCost.set(state, tao(0))
            NetworkMinLockCost.set(state, tao(100))
            NetworkRateLimit.set(state, 100n)
            NetworkLastRegistered.set(state, 900n)
          }),
        [callBy(signed(alice), SubtensorModuleCalls.register_network, { hotkey: newHotkey })],
      ),
    ),
    accepted(
      "dissolve_network, where an owner without an account gets back less than keeps one alive",
      ["emission-21", "subnets-46"],
      blockOn(
        raoSubnet().store((state) => SubnetLocked.set(state, SUBNET, rao(300))),
        [callBy("root", SubtensorModuleCalls.dissolve_network, { coldkey: owner, netuid: SUBNET })],
      ),
    ),
  ],
}

/** What surprises in fork rao, and is shown by nothing that is about more than that. */
export const raoQuirkSuites: readonly Suite[] = [ofEmission, ofConsensus, ofKeys, ofRegistration, ofStaking, ofSubnets]
