import type { AccountId } from "../../../../reference/state/primitives.js"
import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import {
  Alpha,
  Delegates,
  NetworksAdded,
  Owner,
  SubnetAlphaIn,
  SubnetMechanism,
  SubnetTAO,
  TotalHotkeyAlpha,
  TotalHotkeyShares,
  TransferToggle,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, carol, stranger, validator1, validator2 } from "../accounts.js"
import { alpha, alphaRao, rao } from "../amounts.js"
import { OTHER, SUBNET } from "../market.js"
import { argument, blockOn, by, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Scenario, type Suite, variant } from "../suite.js"
import { raoPlaces } from "./market.js"

const BETWEEN = ["staking-84", "staking-83", "staking-76"]

/** A second validator with stake of carol, so that its pool has shares. */
const places = () => raoPlaces().stake(OTHER, validator2, carol, alpha(10)).stake(OTHER, validator1, carol, alpha(10))

const path = { origin_netuid: SUBNET, destination_netuid: OTHER, alpha_amount: alpha(10) }

const moving: Situation = blockOn(places(), [
  callBy(signed(alice), SubtensorModuleCalls.move_stake, {
    ...path,
    origin_hotkey: validator1,
    destination_hotkey: validator2,
  }),
])

const transferring: Situation = blockOn(places(), [
  callBy(signed(alice), SubtensorModuleCalls.transfer_stake, {
    ...path,
    destination_coldkey: carol,
    hotkey: validator1,
  }),
])

const swapping: Situation = blockOn(places(), [
  callBy(signed(alice), SubtensorModuleCalls.swap_stake, { ...path, hotkey: validator1 }),
])

/** Down to a price of alpha in alpha that some 30 alpha just reach. */
function swappingLimit(amount: number, isPartAllowed: boolean): Situation {
  const values = {
    ...path,
    hotkey: validator1,
    alpha_amount: alpha(amount),
    limit_price: rao(390_000_000n),
    allow_partial: isPartAllowed,
  }
  return blockOn(places(), [callBy(signed(alice), SubtensorModuleCalls.swap_stake_limit, values)])
}

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const noSubnet: BrokenRule = {
  name: "from a subnet that is not there",
  change: stored((state) => NetworksAdded.remove(state, SUBNET)),
  error: "SubtensorModule.SubnetNotExists",
}

const nobodysHotkey: BrokenRule = {
  name: "from a hotkey that nobody owns",
  change: stored((state) => Owner.remove(state, validator1)),
  error: "SubtensorModule.HotKeyAccountNotExists",
}

const tooMuch: BrokenRule = {
  name: "more than is staked",
  change: argument("alpha_amount", (alpha(50) + 1n).toString()),
  error: "SubtensorModule.NotEnoughStakeToWithdraw",
}

const poorPool: BrokenRule = {
  name: "from a pool that would keep less than 10,000,000 rao",
  change: stored((state) => SubnetTAO.set(state, SUBNET, rao(10_000_000))),
  error: "SubtensorModule.InsufficientLiquidity",
}

const tooLittle: BrokenRule = {
  name: "what is worth the least stake and no more",
  change: argument("alpha_amount", "1000000"),
  error: "SubtensorModule.AmountTooLow",
}

/** No share can be had for the alpha that arrives. */
function worthlessShares(hotkey: AccountId): BrokenRule {
  return {
    name: "to a hotkey whose shares are worth nothing",
    change: stored((state) => TotalHotkeyAlpha.remove(state, hotkey, OTHER)),
    error: "SubtensorModule.InsufficientLiquidity",
  }
}

const firstRules = [noSigner, noSubnet, nobodysHotkey, tooMuch, poorPool, tooLittle]

function suiteOf(name: string, usual: Scenario, scenarios: readonly Scenario[]): Suite {
  return { chapter: "staking", name, title: name, scenarios: [usual, ...scenarios] }
}

const move = accepted("to another hotkey and subnet", ["staking-37", ...BETWEEN], moving)
const transfer = accepted("to another coldkey and subnet", ["staking-38", ...BETWEEN], transferring)
const swap = accepted("to another subnet", ["staking-39", ...BETWEEN], swapping)

const raoMoveSuite = suiteOf("move_stake", move, [
  variant(move, "within a subnet", argument("destination_netuid", SUBNET.toString())),
  variant(
    move,
    "to a hotkey that is a delegate already",
    stored((state) => Delegates.set(state, validator2, 5_000)),
  ),
  variant(
    move,
    "to a pool that would keep less than 10,000,000 alpha rao: it gives nothing, and the money is gone",
    stored((state) => {
      SubnetAlphaIn.set(state, OTHER, alphaRao(10_000_000))
      Alpha.remove(state, validator2, carol, OTHER)
      TotalHotkeyShares.remove(state, validator2, OTHER)
      TotalHotkeyAlpha.remove(state, validator2, OTHER)
    }),
    ["staking-84", "staking-69"],
  ),
  variant(move, "what is worth too little to arrive", argument("alpha_amount", "1100000")),
  ...refusals(move, [...firstRules, worthlessShares(validator2)]),
  ...refusals(move, [
    {
      name: "to a subnet that is not there",
      change: stored((state) => NetworksAdded.remove(state, OTHER)),
      error: "SubtensorModule.SubnetNotExists",
    },
    {
      name: "to a hotkey that nobody owns",
      change: argument("destination_hotkey", stranger),
      error: "SubtensorModule.HotKeyAccountNotExists",
    },
  ]),
])

const raoTransferSuite = suiteOf("transfer_stake", transfer, [
  variant(transfer, "to who owns the hotkey", argument("destination_coldkey", bob)),
  variant(transfer, "within a subnet", argument("destination_netuid", SUBNET.toString())),
  ...refusals(transfer, [
    ...firstRules,
    worthlessShares(validator1),
    {
      name: "where transfers are not allowed",
      change: stored((state) => TransferToggle.set(state, OTHER, false)),
      error: "SubtensorModule.TransferDisallowed",
    },
  ]),
])

const raoSwapSuite = suiteOf("swap_stake", swap, [
  variant(swap, "to root", argument("destination_netuid", "0")),
  ...refusals(swap, [...firstRules, worthlessShares(validator1)]),
])

const limited = accepted("all of it within the limit", ["staking-36", ...BETWEEN, "pool-33"], swappingLimit(10, false))
const partly = accepted("the part that is within the limit", ["staking-36", ...BETWEEN], swappingLimit(50, true))

const raoSwapLimitSuite = suiteOf("swap_stake_limit", limited, [
  partly,
  variant(partly, "without a limit", argument("limit_price", "0")),
  variant(
    limited,
    "to a subnet without a pool",
    stored((state) => SubnetMechanism.set(state, OTHER, 0)),
  ),
  ...refusals(limited, [
    ...firstRules,
    {
      name: "at a limit above the price",
      change: argument("limit_price", "1000000000"),
      error: "SubtensorModule.SlippageTooHigh",
    },
    worthlessShares(validator1),
  ]),
])

/** The calls of fork rao by which stake changes place. */
export const raoMoveSuites: readonly Suite[] = [raoMoveSuite, raoTransferSuite, raoSwapSuite, raoSwapLimitSuite]
