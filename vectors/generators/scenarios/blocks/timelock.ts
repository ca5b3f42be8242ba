import { netUidStorageIndex } from "../../../../reference/state/primitives.js"
import { Pulses } from "../../../../reference/state/storage/drand.js"
import {
  LastEpochBlock,
  MaxEpochsPerBlock,
  MechanismCountCurrent,
  RevealPeriodEpochs,
  SubnetEpochIndex,
  TimelockedWeightCommits,
} from "../../../../reference/state/storage/subtensorModule.js"
import { carol, miner1 } from "../accounts.js"
import { alpha, tao } from "../amounts.js"
import { SUBNET } from "../market.js"
import { Network } from "../network.js"
import type { Suite } from "../suite.js"
import { blockStepOn, blockSteps, where } from "./blockStep.js"

const MAIN = netUidStorageIndex(SUBNET)
const SECOND = netUidStorageIndex(SUBNET + 4_096)

/** A subnet in its twentieth epoch, the commitments of which are revealed two epochs later. */
function committed(): Network {
  return new Network()
    .hotkey(miner1, carol)
    .subnet(SUBNET, { taoReserve: tao(10), alphaReserve: alpha(20), tempo: 360 })
    .neuron(SUBNET, miner1, false)
    .store((state) => {
      LastEpochBlock.set(state, SUBNET, 900n)
      RevealPeriodEpochs.set(state, SUBNET, 2n)
      SubnetEpochIndex.set(state, SUBNET, 20n)
      for (const epoch of [16n, 17n, 18n, 19n]) {
        TimelockedWeightCommits.set(state, MAIN, epoch, [[miner1, 900n, "0xc0ffee", 5n]])
      }
    })
}

/** Block steps of subnets with timelocked commitments. No pulse has come, or none that opens them. */
export const timelockSuite: Suite = {
  chapter: "weights",
  name: "block-step-timelock",
  title: "Timelocked commitments",
  scenarios: blockSteps("wait for their pulse, and old ones go", ["weights-40"], blockStepOn(committed()), [
    where("of an epoch without any", ["weights-40"], (state) => TimelockedWeightCommits.remove(state, MAIN, 18n)),
    where("of an epoch that ends in this block", ["weights-40", "coinbase-09"], (state) =>
      LastEpochBlock.set(state, SUBNET, 640n),
    ),
    where("of an epoch that would end but is deferred", ["weights-40", "coinbase-10"], (state) => {
      LastEpochBlock.set(state, SUBNET, 640n)
      MaxEpochsPerBlock.set(state, 0)
    }),
    where("of a subnet younger than the period", ["weights-40"], (state) => SubnetEpochIndex.set(state, SUBNET, 1n)),
    where("whose pulse has come, but does not open them", ["weights-40"], (state) =>
      Pulses.set(state, 5n, { round: 5n, randomness: "0x01", signature: "0x02" }),
    ),
    where("of two mechanisms", ["weights-40"], (state) => {
      MechanismCountCurrent.set(state, SUBNET, 2)
      TimelockedWeightCommits.set(state, SECOND, 17n, [[miner1, 900n, "0xc0ffee", 5n]])
    }),
    where("of a subnet without mechanisms", ["weights-40"], (state) => MechanismCountCurrent.set(state, SUBNET, 0)),
  ]),
}
