import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { VotingPowerTrackingEnabled } from "../../../../reference/state/storage/subtensorModule.js"
import { alice, owner } from "../accounts.js"
import { SUBNET } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { ownedSubnet } from "./setters/setterSuite.js"

const bySomebodyElse: BrokenRule = { name: "by somebody else", change: by(signed(alice)), error: "BadOrigin" }

const enabled = accepted(
  "by the owner",
  ["consensus-60"],
  blockOn(ownedSubnet(), [
    callBy(signed(owner), SubtensorModuleCalls.enable_voting_power_tracking, { netuid: SUBNET }),
  ]),
)

/** `enable_voting_power_tracking`. */
export const enableVotingPowerSuite: Suite = {
  chapter: "consensus",
  name: "enable_voting_power_tracking",
  title: "enable_voting_power_tracking",
  scenarios: [enabled, variant(enabled, "by root", by("root")), ...refusals(enabled, [bySomebodyElse])],
}

const disabled = accepted(
  "by the owner",
  ["consensus-61"],
  blockOn(
    ownedSubnet().store((state) => VotingPowerTrackingEnabled.set(state, SUBNET, true)),
    [callBy(signed(owner), SubtensorModuleCalls.disable_voting_power_tracking, { netuid: SUBNET })],
  ),
)

/** `disable_voting_power_tracking`. */
export const disableVotingPowerSuite: Suite = {
  chapter: "consensus",
  name: "disable_voting_power_tracking",
  title: "disable_voting_power_tracking",
  scenarios: [
    disabled,
    ...refusals(disabled, [
      bySomebodyElse,
      {
        name: "where it is not tracked",
        change: stored((state) => VotingPowerTrackingEnabled.set(state, SUBNET, false)),
        error: "SubtensorModule.VotingPowerTrackingNotEnabled",
      },
    ]),
  ],
}

const weighed = accepted(
  "all weight on the present",
  ["consensus-62"],
  blockOn(ownedSubnet(), [
    callBy("root", SubtensorModuleCalls.sudo_set_voting_power_ema_alpha, { netuid: SUBNET, alpha: 10n ** 18n }),
  ]),
)

/** `sudo_set_voting_power_ema_alpha`. */
export const votingPowerEmaSuite: Suite = {
  chapter: "consensus",
  name: "sudo_set_voting_power_ema_alpha",
  title: "sudo_set_voting_power_ema_alpha",
  scenarios: [
    weighed,
    ...refusals(weighed, [
      { name: "by the owner", change: by(signed(owner)), error: "BadOrigin" },
      {
        name: "more than all",
        change: argument("alpha", (10n ** 18n + 1n).toString()),
        error: "SubtensorModule.InvalidVotingPowerEmaAlpha",
      },
    ]),
  ],
}
