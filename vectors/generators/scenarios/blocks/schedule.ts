import { netUid } from "../../../../reference/state/primitives.js"
import {
  BlocksSinceLastStep,
  Burn,
  BurnHalfLife,
  Keys,
  LastEpochBlock,
  LastHotkeySwapOnNetuid,
  MaxBurn,
  MaxEpochsPerBlock,
  MinBurn,
  NetworksAdded,
  PendingEpochAt,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
  Tempo,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, carol, miner1 } from "../accounts.js"
import { alpha, rao, tao } from "../amounts.js"
import { OTHER, ROOT, SUBNET } from "../market.js"
import { Network } from "../network.js"
import { inBlock } from "../situation.js"
import type { Suite } from "../suite.js"
import { blockStepOn, blockSteps, where } from "./blockStep.js"

/** A subnet whose number has a second byte. */
const LATE = netUid(256)

/** Two subnets with a neuron each; the first has its epoch in block 1,000. */
function twoSubnets(): Network {
  return new Network()
    .hotkey(miner1, carol)
    .subnet(SUBNET, { taoReserve: tao(10), alphaReserve: alpha(20), tempo: 100 })
    .subnet(OTHER, { taoReserve: tao(10), alphaReserve: alpha(20), tempo: 360 })
    .neuron(SUBNET, miner1, false)
    .neuron(OTHER, miner1, false)
    .store((state) => {
      LastEpochBlock.set(state, SUBNET, 900n)
      LastEpochBlock.set(state, OTHER, 900n)
      LastEpochBlock.set(state, ROOT, 900n)
    })
}

/** Block steps in which epochs are due, or not. */
export const scheduleSuite: Suite = {
  chapter: "coinbase",
  name: "block-step-schedule",
  title: "Which subnets have their epoch",
  scenarios: blockSteps(
    "a tempo after the last",
    ["coinbase-09", "coinbase-12", "coinbase-13"],
    blockStepOn(twoSubnets()),
    [
      ["one block before", ["coinbase-09"], inBlock(999n)],
      where("never with a tempo of zero", ["coinbase-09"], (state) => Tempo.set(state, SUBNET, 0)),
      where("one that is pending", ["coinbase-09", "coinbase-12"], (state) => PendingEpochAt.set(state, OTHER, 1_000n)),
      where("one that is pending for the next block", ["coinbase-09"], (state) =>
        PendingEpochAt.set(state, OTHER, 1_001n),
      ),
      where("one whose steps were forgotten too long", ["coinbase-09"], (state) =>
        BlocksSinceLastStep.set(state, OTHER, 50_400n),
      ),
      where("one whose steps were forgotten just not too long", ["coinbase-09"], (state) =>
        BlocksSinceLastStep.set(state, OTHER, 50_399n),
      ),
      where("both, of which only one may", ["coinbase-10", "coinbase-12"], (state) => {
        MaxEpochsPerBlock.set(state, 1)
        PendingEpochAt.set(state, OTHER, 5n)
      }),
      where("of 256 before 1, where only one may", ["subnets-01", "coinbase-10", "coinbase-12"], (state) => {
        MaxEpochsPerBlock.set(state, 1)
        NetworksAdded.set(state, LATE, true)
        Tempo.set(state, LATE, 100)
        LastEpochBlock.set(state, LATE, 900n)
      }),
      where("none where none may", ["coinbase-10", "coinbase-12"], (state) => MaxEpochsPerBlock.set(state, 0)),
      where("one whose hotkeys are not all different skips it", ["coinbase-12", "coinbase-13"], (state) => {
        Keys.set(state, SUBNET, 1, miner1)
        PendingEpochAt.set(state, OTHER, 5n)
        MaxEpochsPerBlock.set(state, 1)
      }),
    ],
  ),
}

/** Block steps and the prices of registration. */
export const pricesSuite: Suite = {
  chapter: "registration",
  name: "block-step-prices",
  title: "Prices of registration",
  scenarios: blockSteps(
    "decay by the half-life",
    ["registration-30", "registration-31"],
    blockStepOn(twoSubnets(), 950n),
    [
      ["do not decay in block 1", ["registration-31"], inBlock(1n)],
      where("do not decay without a half-life", ["registration-30"], (state) => BurnHalfLife.set(state, SUBNET, 0)),
      where("halve in one block", ["registration-30"], (state) => BurnHalfLife.set(state, SUBNET, 1)),
      where("decay slowly by the longest half-life", ["registration-30"], (state) =>
        BurnHalfLife.set(state, SUBNET, 36_100),
      ),
      where("fall no lower than the least", ["registration-31"], (state) =>
        MinBurn.set(state, SUBNET, rao(99_999_999)),
      ),
      where("come down to the greatest", ["registration-31"], (state) => MaxBurn.set(state, SUBNET, rao(5_000_000))),
      where("as great as can be", ["registration-30"], (state) => {
        Burn.set(state, SUBNET, rao((1n << 64n) - 1n))
        MaxBurn.set(state, SUBNET, rao((1n << 64n) - 1n))
      }),
      where("and registrations are counted anew", ["registration-31"], (state) => {
        RegistrationsThisBlock.set(state, SUBNET, 3)
        RegistrationsThisInterval.set(state, SUBNET, 3)
        RegistrationsThisInterval.set(state, ROOT, 3)
      }),
      where("and root's registrations at its epoch", ["registration-31"], (state) => {
        RegistrationsThisInterval.set(state, ROOT, 3)
        LastEpochBlock.set(state, ROOT, 1n)
      }),
    ],
  ),
}

/** Block steps and records of hotkey swaps. */
export const hotkeySwapSuite: Suite = {
  chapter: "coinbase",
  name: "block-step-hotkey-swaps",
  title: "Records of hotkey swaps",
  scenarios: blockSteps(
    "older than the interval go in the subnet's block",
    ["coinbase-02"],
    blockStepOn(
      new Network()
        .subnet(SUBNET, { taoReserve: tao(10), alphaReserve: alpha(20), tempo: 0 })
        .subnet(OTHER, { taoReserve: tao(10), alphaReserve: alpha(20), tempo: 0 })
        .store((state) => {
          for (const netuid of [SUBNET, OTHER]) {
            LastHotkeySwapOnNetuid.set(state, netuid, alice, 7_200n)
            LastHotkeySwapOnNetuid.set(state, netuid, bob, 7_201n)
          }
        }),
      14_401n,
    ),
    [["stay in another block", ["coinbase-02"], inBlock(14_403n)]],
  ),
}
