import { netUidStorageIndex, ROOT } from "../../../../reference/state/primitives.js"
import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import {
  PendingEmission,
  PendingRootDivs,
  PruningScores,
} from "../../../../reference/state/rao/storage/subtensorModule.js"
import {
  ImmunityPeriod,
  LastUpdate,
  MaxAllowedUids,
  MaxAllowedValidators,
  NetworkRegistrationAllowed,
  SubnetOwnerHotkey,
  SubnetTAO,
  TargetRegistrationsPerInterval,
  ValidatorPermit,
  Weights,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, miner1, named, validator1, validator2 } from "../accounts.js"
import { alpha, alphaRao, rao, tao } from "../amounts.js"
import { blockStepOn } from "../blocks/blockStep.js"
import { SUBNET } from "../market.js"
import { blockOn, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, refusals, type Suite } from "../suite.js"
import { raoMarket, raoPlaces, raoSubnet } from "./market.js"

const INDEX = netUidStorageIndex(SUBNET)
/** With this tempo the first subnet's epoch is in block 1,000. */
const DUE = 16
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

/** What surprises in fork rao, and is shown by nothing that is about more than that. */
export const raoQuirkSuites: readonly Suite[] = [ofEmission, ofConsensus, ofRegistration, ofStaking]
