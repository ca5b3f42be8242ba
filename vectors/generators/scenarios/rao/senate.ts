import { type AccountId, hash, ROOT } from "../../../../reference/state/primitives.js"
import { SubtensorModuleCalls } from "../../../../reference/state/rao/calls.js"
import { runtimeCall } from "../../../../reference/state/rao/runtimeCall.js"
import { Members, Prime } from "../../../../reference/state/rao/storage/senateMembers.js"
import { Proposals, Voting } from "../../../../reference/state/rao/storage/triumvirate.js"
import type { State } from "../../../../reference/state/state.js"
import {
  Delegates,
  Keys,
  MaxAllowedUids,
  MaxRegistrationsPerBlock,
  NetworksAdded,
  Owner,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
  TargetRegistrationsPerInterval,
  TotalHotkeyAlpha,
  Uids,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, carol, named, validator1, validator2 } from "../accounts.js"
import { alphaRao } from "../amounts.js"
import { raoBooks } from "../bookkeeping.js"
import { Network } from "../network.js"
import { all, argument, blockOn, by, type Change, callBy, signed, stored } from "../situation.js"
import { accepted, alwaysRefused, type BrokenRule, refusals, type Suite, variant } from "../suite.js"

const newcomer = named("newcomer")
const senators = Array.from({ length: 12 }, (_, index) => named(`senator-${index + 10}`))

/** Root with room for three, and two validators on it. */
function root(): Network {
  return new Network(raoBooks)
    .hotkey(validator1, alice)
    .hotkey(validator2, bob)
    .neuron(ROOT, validator1, true)
    .neuron(ROOT, validator2, true)
    .stake(ROOT, validator1, alice, alphaRao(2_000))
    .stake(ROOT, validator2, bob, alphaRao(1_000))
    .store((state) => {
      MaxAllowedUids.set(state, ROOT, 3)
      MaxRegistrationsPerBlock.set(state, ROOT, 2)
      TargetRegistrationsPerInterval.set(state, ROOT, 2)
    })
}

/** Twelve senators with 100 to 1,200 alpha rao on root. */
function seatAll(state: State): void {
  Members.set(state, senators)
  senators.forEach((senator, index) => {
    TotalHotkeyAlpha.set(state, senator, ROOT, alphaRao(100 * (index + 1)))
  })
}

const PROPOSAL = hash(`0x${"ab".repeat(32)}`)
const OLD_PROPOSAL = hash(`0x${"cd".repeat(32)}`)
const motion = { index: 3, threshold: 2, end: 5_000 }

function voted(ayes: readonly AccountId[], nays: readonly AccountId[]): (state: State) => void {
  return (state) => {
    Proposals.set(state, [OLD_PROPOSAL, PROPOSAL])
    Voting.set(state, PROPOSAL, { ...motion, ayes, nays })
  }
}

const joining = accepted(
  "a hotkey that was never seen",
  ["registration-47", "root-41"],
  blockOn(root(), [callBy(signed(alice), SubtensorModuleCalls.root_register, { hotkey: newcomer })]),
)

const full = accepted(
  "on a full root, with more stake than the least",
  ["registration-47", "root-41"],
  blockOn(
    root()
      .stake(ROOT, newcomer, alice, alphaRao(1_001))
      .store((state) => MaxAllowedUids.set(state, ROOT, 2)),
    [callBy(signed(alice), SubtensorModuleCalls.root_register, { hotkey: newcomer })],
  ),
)

const noRoot: BrokenRule = {
  name: "where there is no root",
  change: stored((state) => NetworksAdded.remove(state, ROOT)),
  error: "SubtensorModule.RootNetworkDoesNotExist",
}
const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

/** `root_register` of fork rao: a newcomer joins the senate if there is room, or if it has more stake than the least. */
export const raoRootRegisterSuite: Suite = {
  chapter: "registration",
  name: "root_register",
  title: "root_register",
  scenarios: [
    joining,
    variant(
      joining,
      "a hotkey that has set its take",
      stored((state) => Delegates.set(state, newcomer, 7)),
    ),
    variant(
      joining,
      "a hotkey that somebody else owns",
      stored((state) => Owner.set(state, newcomer, bob)),
    ),
    variant(joining, "while the senate is full of others with more stake", stored(seatAll), ["root-41"]),
    variant(
      joining,
      "in place of the senator with the least stake, whose votes are forgotten",
      all(
        stored(seatAll),
        stored((state) => {
          TotalHotkeyAlpha.set(state, newcomer, ROOT, alphaRao(101))
          voted([senators[0] ?? carol, bob], [senators[0] ?? carol])(state)
          Prime.set(state, senators[0] ?? carol)
        }),
      ),
      ["root-41", "root-42", "root-43"],
    ),
    variant(
      joining,
      "in place of the last of the senators with the least stake",
      all(
        stored(seatAll),
        stored((state) => {
          TotalHotkeyAlpha.set(state, newcomer, ROOT, alphaRao(101))
          TotalHotkeyAlpha.set(state, senators[5] ?? carol, ROOT, alphaRao(100))
        }),
      ),
      ["root-41"],
    ),
    full,
    ...refusals(joining, [
      noRoot,
      noSigner,
      {
        name: "in a block that has seen its registrations",
        change: stored((state) => RegistrationsThisBlock.set(state, ROOT, 2)),
        error: "SubtensorModule.TooManyRegistrationsThisBlock",
      },
      {
        name: "in an interval that has seen three times its target",
        change: stored((state) => RegistrationsThisInterval.set(state, ROOT, 6)),
        error: "SubtensorModule.TooManyRegistrationsThisInterval",
      },
      {
        name: "a hotkey that is registered on root",
        change: stored((state) => Uids.set(state, ROOT, newcomer, 0)),
        error: "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
      },
    ]),
    ...refusals(full, [
      {
        name: "on a full root, a hotkey that is registered there",
        change: stored((state) => Uids.set(state, ROOT, newcomer, 0)),
        error: "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
      },
      {
        name: "on a full root, with no more stake than the least",
        change: stored((state) => TotalHotkeyAlpha.set(state, newcomer, ROOT, alphaRao(1_000))),
        error: "SubtensorModule.StakeTooLowForRoot",
      },
      {
        name: "on a full root, a senator already",
        change: stored((state) => Members.set(state, [newcomer])),
        error: "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
      },
    ]),
    ...refusals(full, [
      {
        name: "on a root that has room for nobody and nobody on it",
        change: stored((state) => Keys.clear(state)),
        error: "SubtensorModule.HotKeyNotRegisteredInSubNet",
      },
    ]),
  ],
}

const adjusting = accepted(
  "a validator of root that is no senator",
  ["root-44", "root-41"],
  blockOn(root(), [callBy(signed(alice), SubtensorModuleCalls.adjust_senate, { hotkey: validator1 })]),
)

const seated: Change = stored(seatAll)
const onFullSenate = variant(adjusting, "where the senate is full of others with less stake", seated)

/** `adjust_senate` */
export const raoAdjustSenateSuite: Suite = {
  chapter: "root",
  name: "adjust_senate",
  title: "adjust_senate",
  scenarios: [
    adjusting,
    onFullSenate,
    variant(
      adjusting,
      "a hotkey that nobody owns",
      stored((state) => Owner.remove(state, validator1)),
    ),
    ...refusals(onFullSenate, [
      noRoot,
      noSigner,
      {
        name: "a hotkey that is not registered on root",
        change: stored((state) => Uids.remove(state, ROOT, validator1)),
        error: "SubtensorModule.HotKeyNotRegisteredInSubNet",
      },
      {
        name: "a senator",
        change: stored((state) => Members.set(state, [validator1])),
        error: "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
        excludesNext: true,
      },
      {
        name: "with less stake than any senator",
        change: stored((state) => TotalHotkeyAlpha.set(state, validator1, ROOT, alphaRao(100))),
        error: "SubtensorModule.StakeTooLowForRoot",
      },
    ]),
  ],
}

function voting(approve: boolean) {
  const network = root().store((state) => {
    Members.set(state, [validator1, validator2])
    voted([], [])(state)
  })
  const values = { hotkey: validator1, proposal: PROPOSAL, index: motion.index, approve }
  return blockOn(network, [callBy(signed(alice), SubtensorModuleCalls.vote, values)])
}

const aye = accepted("for a motion", ["root-45", "root-43"], voting(true))
const nay = accepted("against a motion", ["root-45", "root-43"], voting(false))

/** `vote` */
export const raoVoteSuite: Suite = {
  chapter: "root",
  name: "vote",
  title: "vote",
  scenarios: [
    aye,
    nay,
    variant(aye, "for a motion that it was against, first of several", stored(voted([], [validator1, bob, carol]))),
    variant(nay, "against a motion that it was for, as the last", stored(voted([bob, validator1], []))),
    ...refusals(aye, [
      { ...noSigner, excludesNext: true },
      {
        name: "for a hotkey of somebody else",
        change: by(signed(bob)),
        error: "SubtensorModule.NonAssociatedColdKey",
      },
      {
        name: "by who is no senator",
        change: stored((state) => Members.set(state, [validator2])),
        error: "SubtensorModule.NotSenateMember",
      },
      {
        name: "on what is no motion",
        change: argument("proposal", OLD_PROPOSAL),
        error: "Triumvirate.ProposalNotExists",
      },
      {
        name: "with the number of another motion",
        change: argument("index", "4"),
        error: "Triumvirate.IndexMismatchProposalHash",
      },
      { name: "twice for it", change: stored(voted([validator1], [])), error: "Triumvirate.DuplicateVote" },
    ]),
    ...refusals(nay, [
      { name: "twice against it", change: stored(voted([], [validator1])), error: "Triumvirate.DuplicateVote" },
    ]),
  ],
}

const remark = runtimeCall.decode(Uint8Array.of(0, 0, 0))

/** The calls that only the triumvirate may make, of which nobody is left. */
export const raoTriumvirateSuites: readonly Suite[] = [
  {
    chapter: "root",
    name: "triumvirate-calls",
    title: "Calls of the triumvirate",
    scenarios: [
      alwaysRefused(
        "sudo",
        ["root-45"],
        blockOn(root(), [callBy("root", SubtensorModuleCalls.sudo, { call: remark })]),
        "BadOrigin",
      ),
      alwaysRefused(
        "sudo_unchecked_weight",
        ["root-45"],
        blockOn(root(), [
          callBy("root", SubtensorModuleCalls.sudo_unchecked_weight, {
            call: remark,
            weight: { ref_time: 0n, proof_size: 0n },
          }),
        ]),
        "BadOrigin",
      ),
    ],
  },
]
