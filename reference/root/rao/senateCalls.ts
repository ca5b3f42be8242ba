import { coldkeyOwnsHotkey, ownIfNobodyDoes } from "../../keys/ownership.js"
import type { Chain } from "../../state/chain.js"
import { type CallHandler, serve } from "../../state/dispatch.js"
import { ensureSigned, type Origin } from "../../state/origin.js"
import { type AccountId, ROOT } from "../../state/primitives.js"
import { SubtensorModuleCalls } from "../../state/rao/calls.js"
import { SubtensorModuleEvents } from "../../state/rao/events.js"
import { ensure, refuse } from "../../state/refusal.js"
import { subnetExists } from "../../subnets/existence.js"
import { isHotkeyRegistered } from "../../subnets/neurons.js"
import { countVote, type Vote } from "./motions.js"
import { isSenator, joinSenateIfEligible } from "./senate.js"

/**
 * Lets a validator of root join the senate, if it has the stake for it. The event never names whom it replaced.
 *
 * @clause root-44
 * @source rao:pallets/subtensor/src/coinbase/root.rs:240
 */
export function adjustSenate(chain: Chain, origin: Origin, hotkey: AccountId): void {
  ensure(subnetExists(chain, ROOT), "SubtensorModule.RootNetworkDoesNotExist")
  const coldkey = ensureSigned(origin)
  ensure(isHotkeyRegistered(chain, ROOT, hotkey), "SubtensorModule.HotKeyNotRegisteredInSubNet")
  ownIfNobodyDoes(chain, coldkey, hotkey)
  joinSenateIfEligible(chain, hotkey)
  ensure(isSenator(chain, hotkey), "SubtensorModule.StakeTooLowForRoot")
  chain.deposit(SubtensorModuleEvents.SenateAdjusted, { old_member: undefined, new_member: hotkey })
}

/**
 * Votes on a motion of the triumvirate, for a hotkey that is a member of the senate.
 *
 * @clause root-45
 * @source rao:pallets/subtensor/src/coinbase/root.rs:353
 */
export function voteOnMotion(chain: Chain, origin: Origin, hotkey: AccountId, vote: Vote): void {
  const coldkey = ensureSigned(origin)
  ensure(coldkeyOwnsHotkey(chain, coldkey, hotkey), "SubtensorModule.NonAssociatedColdKey")
  ensure(isSenator(chain, hotkey), "SubtensorModule.NotSenateMember")
  countVote(chain, hotkey, vote)
}

/** Refuses everybody but a majority of the triumvirate, which no call of the model can be. */
function needsTriumvirate(): never {
  throw refuse("BadOrigin")
}

/** The senate's calls in fork `rao`. */
export const senateCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.adjust_senate, (chain, origin, { hotkey }) => adjustSenate(chain, origin, hotkey)),
  serve(SubtensorModuleCalls.vote, (chain, origin, { hotkey, ...vote }) => voteOnMotion(chain, origin, hotkey, vote)),
  serve(SubtensorModuleCalls.sudo, needsTriumvirate),
  serve(SubtensorModuleCalls.sudo_unchecked_weight, needsTriumvirate),
]
