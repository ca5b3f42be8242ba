import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { netUid } from "../../../../reference/state/primitives.js"
import {
  AutoStakeDestination,
  AutoStakeDestinationColdkeys,
  Owner,
  Uids,
} from "../../../../reference/state/storage/subtensorModule.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { alice, bob, carol, miner1, validator1, validator2 } from "../accounts.js"
import { market, SUBNET, workingSubnet } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { noSubnet } from "./removeStake.js"

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const chosen = accepted(
  "a hotkey of the subnet",
  ["staking-54"],
  blockOn(workingSubnet(), [
    callBy(signed(carol), SubtensorModuleCalls.set_coldkey_auto_stake_hotkey, { netuid: SUBNET, hotkey: validator2 }),
  ]),
)

/** `set_coldkey_auto_stake_hotkey`. */
export const setColdkeyAutoStakeHotkeySuite: Suite = {
  chapter: "staking",
  name: "set_coldkey_auto_stake_hotkey",
  title: "set_coldkey_auto_stake_hotkey",
  scenarios: [
    chosen,
    variant(
      chosen,
      "another hotkey than before",
      stored((state) => {
        AutoStakeDestination.set(state, carol, SUBNET, validator1)
        AutoStakeDestinationColdkeys.set(state, validator1, SUBNET, [carol, bob])
        AutoStakeDestinationColdkeys.set(state, validator2, SUBNET, [alice])
      }),
    ),
    variant(
      chosen,
      "a hotkey that lists the coldkey already",
      stored((state) => AutoStakeDestinationColdkeys.set(state, validator2, SUBNET, [carol])),
    ),
    ...refusals(chosen, [
      noSigner,
      { ...noSubnet, clauses: ["staking-54"] },
      {
        name: "a hotkey that is not registered",
        change: stored((state) => Uids.remove(state, SUBNET, validator2)),
        error: "SubtensorModule.HotKeyNotRegisteredInSubNet",
      },
      {
        name: "the hotkey that it is",
        change: stored((state) => AutoStakeDestination.set(state, carol, SUBNET, validator2)),
        error: "SubtensorModule.SameAutoStakeHotkeyAlreadySet",
      },
    ]),
  ],
}

const associated = accepted(
  "a hotkey that nobody owns",
  ["keys-02"],
  blockOn(market(), [callBy(signed(alice), SubtensorModuleCalls.try_associate_hotkey, { hotkey: miner1 })]),
)

/** `try_associate_hotkey`. */
export const tryAssociateHotkeySuite: Suite = {
  chapter: "keys",
  name: "try_associate_hotkey",
  title: "try_associate_hotkey",
  scenarios: [
    associated,
    variant(
      associated,
      "somebody else's hotkey changes nothing",
      stored((state) => Owner.set(state, miner1, bob)),
    ),
    variant(
      associated,
      "one's own hotkey changes nothing",
      stored((state) => Owner.set(state, miner1, alice)),
    ),
    ...refusals(associated, [
      noSigner,
      {
        name: "the account of a subnet that is not there",
        change: argument("hotkey", accountOfNetuid(netUid(77))),
        error: "SubtensorModule.CannotUseSystemAccount",
      },
    ]),
  ],
}
