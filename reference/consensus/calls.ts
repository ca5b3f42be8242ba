import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { disableVotingPowerTracking, enableVotingPowerTracking, setVotingPowerEmaAlpha } from "./votingPowerTracking.js"

/** The calls that this chapter serves. */
export const consensusCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.enable_voting_power_tracking, (chain, origin, { netuid }) =>
    enableVotingPowerTracking(chain, origin, netuid),
  ),
  serve(SubtensorModuleCalls.disable_voting_power_tracking, (chain, origin, { netuid }) =>
    disableVotingPowerTracking(chain, origin, netuid),
  ),
  serve(SubtensorModuleCalls.sudo_set_voting_power_ema_alpha, (chain, origin, { netuid, alpha }) =>
    setVotingPowerEmaAlpha(chain, origin, netuid, alpha),
  ),
]
