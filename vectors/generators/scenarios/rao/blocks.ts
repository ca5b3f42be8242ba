import { blake2b } from "@noble/hashes/blake2.js"
import { hash, netUidStorageIndex } from "../../../../reference/state/primitives.js"
import { BalancesCalls, SystemCalls } from "../../../../reference/state/rao/calls.js"
import { runtimeCall } from "../../../../reference/state/rao/runtimeCall.js"
import { Agenda } from "../../../../reference/state/rao/storage/scheduler.js"
import { PendingEmission, PendingRootDivs } from "../../../../reference/state/rao/storage/subtensorModule.js"
import { type Hex, toHex } from "../../../../reference/state/scaleTypes.js"
import type { State } from "../../../../reference/state/state.js"
import {
  AdjustmentAlpha,
  AdjustmentInterval,
  AlphaDividendsPerSubnet,
  AlphaValues,
  Bonds,
  Burn,
  BurnRegistrationsThisInterval,
  Difficulty,
  FirstEmissionBlockNumber,
  LastAdjustmentBlock,
  LiquidAlphaOn,
  MaxAllowedValidators,
  MaxBurn,
  MaxDifficulty,
  MinBurn,
  MinDifficulty,
  NetworkPowRegistrationAllowed,
  NetworkRegistrationAllowed,
  NetworksAdded,
  Owner,
  PendingOwnerCut,
  POWRegistrationsThisInterval,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
  SubnetAlphaIn,
  SubnetMechanism,
  SubnetOwnerHotkey,
  SubnetTAO,
  TaoWeight,
  TargetRegistrationsPerInterval,
  Tempo,
  TotalHotkeyAlpha,
  ValidatorPermit,
  Weights,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, miner1, ownerHotkey, validator1 } from "../accounts.js"
import { alpha, alphaRao, rao, tao } from "../amounts.js"
import { blockStepOn, blockSteps, where } from "../blocks/blockStep.js"
import { ROOT, SUBNET } from "../market.js"
import type { Suite } from "../suite.js"
import { raoMarket, raoSubnet } from "./market.js"

const INDEX = netUidStorageIndex(SUBNET)
/** With this tempo the first subnet's epoch is in block 1,000. */
const DUE = 16

/** A subnet whose interval of ten blocks is over, with six registrations where two were aimed at. */
function interval(byBurn: number, byWork: number): (state: State) => void {
  return (state) => {
    AdjustmentInterval.set(state, SUBNET, 10)
    AdjustmentAlpha.set(state, SUBNET, 1n << 62n)
    LastAdjustmentBlock.set(state, SUBNET, 990n)
    TargetRegistrationsPerInterval.set(state, SUBNET, 2)
    RegistrationsThisBlock.set(state, SUBNET, 1)
    RegistrationsThisInterval.set(state, SUBNET, byBurn + byWork)
    BurnRegistrationsThisInterval.set(state, SUBNET, byBurn)
    POWRegistrationsThisInterval.set(state, SUBNET, byWork)
    Burn.set(state, SUBNET, tao(1))
    MinBurn.set(state, SUBNET, rao(500_000))
    MaxBurn.set(state, SUBNET, tao(100))
    Difficulty.set(state, SUBNET, 10_000_000n)
    MinDifficulty.set(state, SUBNET, 1n)
    MaxDifficulty.set(state, SUBNET, 1n << 62n)
  }
}

const TERMS = ["registration-51", "registration-50"]

/** Block steps of fork rao in which what registration costs changes. */
export const raoTermsSuite: Suite = {
  chapter: "registration",
  name: "block-step-terms",
  title: "What registration costs",
  scenarios: blockSteps("too many, most by burning", TERMS, blockStepOn(raoSubnet(360).store(interval(4, 2))), [
    where("too many, most by work", TERMS, interval(2, 4)),
    where("too many, as many of both", TERMS, interval(3, 3)),
    where("too few, most by burning", TERMS, interval(1, 0)),
    where("too few, most by work", TERMS, interval(0, 1)),
    where("none", TERMS, interval(0, 0)),
    where("up to the greatest burn", TERMS, (state) => MaxBurn.set(state, SUBNET, tao(1))),
    where("a block before the interval is over", ["registration-51"], (state) =>
      LastAdjustmentBlock.set(state, SUBNET, 991n),
    ),
    where("with a target of zero", TERMS, (state) => TargetRegistrationsPerInterval.set(state, SUBNET, 0)),
  ]),
}

const EMISSION = ["coinbase-31", "coinbase-32", "coinbase-33", "coinbase-34", "pool-41"]

/** Block steps of fork rao in which subnets get their emission. */
export const raoEmissionSuite: Suite = {
  chapter: "coinbase",
  name: "block-step-emission",
  title: "What subnets get of a block",
  scenarios: blockSteps("two with pools, by their moving prices", EMISSION, blockStepOn(raoMarket()), [
    where("one that nobody may register on", ["coinbase-32"], (state) => {
      NetworkRegistrationAllowed.set(state, SUBNET, false)
      NetworkPowRegistrationAllowed.set(state, SUBNET, false)
    }),
    where("one without alpha in its pool", ["coinbase-32", "pool-30"], (state) =>
      SubnetAlphaIn.set(state, SUBNET, alphaRao(0)),
    ),
    where("one whose pool cannot take what root would sell", ["coinbase-34", "pool-43"], (state) => {
      SubnetTAO.set(state, SUBNET, rao(10_000_000))
      SubnetTAO.set(state, ROOT, tao(1_000))
      TaoWeight.set(state, 1n << 63n)
    }),
    where("one without a pool", ["coinbase-32", "pool-41"], (state) => SubnetMechanism.set(state, SUBNET, 0)),
    where("one that was not started", ["coinbase-31"], (state) => FirstEmissionBlockNumber.remove(state, SUBNET)),
    where("none that was started", ["coinbase-31"], (state) => FirstEmissionBlockNumber.clear(state)),
    where("no network at all", ["coinbase-31"], (state) => NetworksAdded.clear(state)),
  ]),
}

/** A subnet whose epoch is in block 1,000, where two validators weigh two miners. */
const atWork = () =>
  raoSubnet(DUE).store((state) => {
    PendingEmission.set(state, SUBNET, alpha(100))
    PendingRootDivs.set(state, SUBNET, tao(1))
    PendingOwnerCut.set(state, SUBNET, alpha(9))
    ValidatorPermit.set(state, SUBNET, [false, true, true, false, false])
    const both: readonly (readonly [number, number])[] = [
      [3, 65_535],
      [4, 30_000],
    ]
    Weights.set(state, INDEX, 1, both)
    Weights.set(state, INDEX, 2, both.slice(0, 1))
  })

const EPOCH = ["consensus-80", "consensus-70", "coinbase-36", "coinbase-37", "coinbase-38"]

/** Block steps of fork rao with an epoch. */
export const raoEpochSuite: Suite = {
  chapter: "consensus",
  name: "block-step-epoch",
  title: "An epoch",
  scenarios: blockSteps("of two validators and two miners", EPOCH, blockStepOn(atWork()), [
    where("with liquid alpha", ["consensus-75", "consensus-76"], (state) => LiquidAlphaOn.set(state, SUBNET, true)),
    where("with liquid alpha, and bonds of before", ["consensus-76", "consensus-79"], (state) => {
      LiquidAlphaOn.set(state, SUBNET, true)
      Bonds.set(state, INDEX, 1, [
        [3, 65_535],
        [4, 1],
      ])
      Bonds.set(state, INDEX, 2, [[4, 65_535]])
    }),
    where("with liquid alpha, and the same consensus for all", ["consensus-75"], (state) => {
      LiquidAlphaOn.set(state, SUBNET, true)
      for (const uid of [1, 2]) Weights.remove(state, INDEX, uid)
    }),
    where("without weights, which gives all to validators", ["coinbase-37", "consensus-78"], (state) =>
      Weights.clear(state),
    ),
    where("without stake and weights", ["consensus-78", "consensus-77"], (state) => {
      Weights.clear(state)
      TotalHotkeyAlpha.clear(state)
    }),
    where("with liquid alpha from zero on", ["consensus-75"], (state) => {
      LiquidAlphaOn.set(state, SUBNET, true)
      AlphaValues.set(state, SUBNET, [0, 60_000])
    }),
    where("of a subnet whose hotkey is a miner", ["coinbase-38"], (state) => {
      SubnetOwnerHotkey.set(state, SUBNET, miner1)
      AlphaDividendsPerSubnet.set(state, SUBNET, ownerHotkey, alpha(1))
    }),
    where("of a subnet whose hotkey nobody owns", ["coinbase-38"], (state) => Owner.remove(state, ownerHotkey)),
    where("with one permit for two neurons with equal stake", ["consensus-71"], (state) => {
      MaxAllowedValidators.set(state, SUBNET, 1)
      TotalHotkeyAlpha.set(state, validator1, SUBNET, alpha(1_000))
    }),
    where("of a subnet that was not started", ["coinbase-31", "coinbase-36"], (state) =>
      FirstEmissionBlockNumber.remove(state, SUBNET),
    ),
    where("not in this block", ["coinbase-36", "coinbase-41"], (state) => Tempo.set(state, SUBNET, DUE + 1)),
  ]),
}

type Task = NonNullable<ReturnType<typeof Agenda.get>[number]>

const NOW = 1_000
const transfer = runtimeCall.encode({
  declaration: BalancesCalls.transfer_allow_death,
  arguments: { dest: { type: "Id", value: bob }, value: tao(1) },
})
const remark = runtimeCall.encode({ declaration: SystemCalls.set_storage, arguments: { items: [["0x1234", "0x56"]] } })
const asRoot: Task["origin"] = { type: "system", value: { type: "Root", value: undefined } }
const asAlice: Task["origin"] = { type: "system", value: { type: "Signed", value: alice } }
const asNobody: Task["origin"] = { type: "system", value: { type: "None", value: undefined } }

function task(call: Uint8Array, origin: Task["origin"], priority = 63): Task {
  return {
    maybe_id: undefined,
    priority,
    call: { type: "Inline", value: toHex(call) },
    maybe_periodic: undefined,
    origin,
  }
}

/** A call that is known by its hash, which nobody has told. */
function unavailable(bytes: Hex): Task {
  const digest = hash(toHex(blake2b(Uint8Array.of(1, bytes.length), { dkLen: 32 })))
  return { ...task(remark, asRoot), call: { type: "Lookup", value: { hash: digest, len: 20 } } }
}

const agenda =
  (...tasks: (Task | undefined)[]) =>
  (state: State) =>
    Agenda.set(state, NOW, tasks)

/** Block steps of fork rao in which calls come up that waited for them. */
export const raoScheduleSuite: Suite = {
  chapter: "state",
  name: "block-step-scheduled",
  title: "Calls that waited for the block",
  scenarios: blockSteps("one of root", ["state-47"], blockStepOn(raoMarket().store(agenda(task(remark, asRoot)))), [
    where("one of a signer, by his own right", ["state-47"], agenda(task(transfer, asAlice))),
    where("one of nobody, which is refused", ["state-47"], agenda(task(remark, asNobody))),
    where(
      "two, the more urgent one first, and a cancelled one",
      ["state-47"],
      agenda(task(remark, asRoot), undefined, task(transfer, asAlice, 1)),
    ),
    where("one whose call is not known", ["state-47"], agenda(unavailable("0x1234"), task(transfer, asAlice))),
    where("one that was cancelled", ["state-47"], agenda(undefined)),
    where("none", ["state-47"], (state) => Agenda.clear(state)),
  ]),
}
