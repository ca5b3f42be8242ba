import { keccak_256 } from "@noble/hashes/sha3.js"
import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import { IsNetworkMember, Owner, Prometheus, Uids } from "../../../../reference/state/storage/subtensorModule.js"
import { bob, carol, miner1, validator1 } from "../accounts.js"
import { raoBooks } from "../bookkeeping.js"
import { ADDRESS, OTHER_ADDRESS, SIGNED_NUMBER, signatureFor } from "../calls/associateEvmKey.js"
import {
  axon,
  axonBefore,
  before,
  endpoint,
  noPort,
  noSigner,
  noVersion,
  ownAddress,
  servingSuite,
  tooSoon,
} from "../calls/serving.js"
import { SUBNET } from "../market.js"
import { Network } from "../network.js"
import { argument, blockOn, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite } from "../suite.js"
import { raoSubnet } from "./market.js"

const noNeuron: BrokenRule = {
  name: "by a hotkey that is a neuron nowhere",
  change: stored((state) => IsNetworkMember.remove(state, validator1, SUBNET)),
  error: "SubtensorModule.HotKeyNotRegisteredInNetwork",
}

const noAddress: BrokenRule = { ...ownAddress, name: "without an address", change: argument("ip", "0") }

const axonRules = [noSigner, noNeuron, noVersion, noAddress, tooSoon, noPort]

/** The calls of fork rao that announce where a neuron can be reached. */
export const raoServingSuites: readonly Suite[] = [
  servingSuite(SubtensorModuleCalls.serve_axon, axon, ["keys-85"], axonBefore, axonRules, new Network(raoBooks)),
  servingSuite(
    SubtensorModuleCalls.serve_axon_tls,
    { ...axon, certificate: "0x0102" },
    ["keys-85"],
    axonBefore,
    axonRules,
    new Network(raoBooks),
  ),
  servingSuite(
    SubtensorModuleCalls.serve_prometheus,
    endpoint,
    ["keys-86"],
    (state) => Prometheus.set(state, SUBNET, validator1, before),
    [noSigner, noVersion, noAddress, noNeuron, tooSoon, noPort],
    new Network(raoBooks),
  ),
]

const associated = accepted(
  "by the hotkey's owner",
  ["keys-87"],
  blockOn(raoSubnet(), [
    callBy(signed(carol), SubtensorModuleCalls.associate_evm_key, {
      netuid: SUBNET,
      hotkey: miner1,
      evm_key: ADDRESS,
      block_number: SIGNED_NUMBER,
      signature: signatureFor(miner1, keccak_256),
    }),
  ]),
)

/** `associate_evm_key` of fork rao. */
export const raoAssociateEvmKeySuite: Suite = {
  chapter: "keys",
  name: "associate_evm_key",
  title: "associate_evm_key",
  scenarios: [
    associated,
    ...refusals(associated, [
      noSigner,
      {
        name: "for a hotkey of somebody else",
        change: stored((state) => Owner.set(state, miner1, bob)),
        error: "SubtensorModule.NonAssociatedColdKey",
      },
      {
        name: "for a hotkey that is no neuron",
        change: stored((state) => Uids.remove(state, SUBNET, miner1)),
        error: "SubtensorModule.HotKeyNotRegisteredInSubNet",
      },
      {
        name: "with what is no signature",
        change: argument("signature", `0x${"ff".repeat(65)}`),
        error: "SubtensorModule.UnableToRecoverPublicKey",
      },
      {
        name: "of another address than the one that signed",
        change: argument("evm_key", OTHER_ADDRESS),
        error: "SubtensorModule.InvalidRecoveredPublicKey",
      },
    ]),
  ],
}
