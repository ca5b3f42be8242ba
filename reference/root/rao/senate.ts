import { stakeForHotkeyOnSubnet } from "../../staking/stake.js"
import type { Chain } from "../../state/chain.js"
import { type AccountId, ROOT } from "../../state/primitives.js"
import { SenateMembersEvents } from "../../state/rao/events.js"
import { Members, Prime } from "../../state/rao/storage/senateMembers.js"
import { ensure } from "../../state/refusal.js"
import { isHotkeyRegistered } from "../../subnets/neurons.js"
import { forgetVotes } from "./motions.js"

/** How many members the senate has room for. */
const MOST_MEMBERS = 12

/**
 * Whether a hotkey is a member of the senate.
 *
 * @clause root-40
 * @source rao:runtime/src/lib.rs:519
 */
export function isSenator({ state }: Chain, hotkey: AccountId): boolean {
  return Members.get(state).includes(hotkey)
}

/**
 * Makes a validator of root a member of the senate: where there is room; else in the place of the member with the least
 * stake on root (of equals the last in the order of accounts), if the validator has more. Refuses those who are members
 * already.
 *
 * @clause root-41
 * @source rao:pallets/subtensor/src/coinbase/root.rs:303
 */
export function joinSenateIfEligible(chain: Chain, hotkey: AccountId): void {
  ensure(isHotkeyRegistered(chain, ROOT, hotkey), "SubtensorModule.HotKeyNotRegisteredInSubNet")
  ensure(!isSenator(chain, hotkey), "SubtensorModule.HotKeyAlreadyRegisteredInSubNet")
  const members = Members.get(chain.state)
  if (members.length === MOST_MEMBERS) replaceLeastSenator(chain, members, hotkey)
  else addSenator(chain, members, hotkey)
}

function addSenator(chain: Chain, members: readonly AccountId[], hotkey: AccountId): void {
  ensure(members.length < MOST_MEMBERS, "SubtensorModule.CouldNotJoinSenate")
  storeSorted(chain, [...members, hotkey])
  chain.deposit(SenateMembersEvents.MemberAdded, undefined)
}

function replaceLeastSenator(chain: Chain, members: readonly AccountId[], hotkey: AccountId): void {
  const stakeOf = (member: AccountId) => stakeForHotkeyOnSubnet(chain, member, ROOT)
  const least = members.reduce((lowest, next) => (stakeOf(next) <= stakeOf(lowest) ? next : lowest))
  if (stakeOf(least) < stakeOf(hotkey)) swapSenator(chain, least, hotkey)
}

/**
 * Puts a hotkey in the place of a member of the senate, whose votes on open motions are forgotten. The senate's prime,
 * if it is no longer a member, is prime no more. Nothing more than the votes changes for one that takes its own place.
 *
 * @throws SenateMembers.AlreadyMember
 * @clause root-42
 * @source rao:runtime/src/lib.rs:511
 */
export function swapSenator(chain: Chain, removed: AccountId, added: AccountId): void {
  forgetVotes(chain, removed)
  if (removed === added) return
  ensure(!isSenator(chain, added), "SenateMembers.AlreadyMember")
  const others = Members.get(chain.state).filter((member) => member !== removed)
  storeSorted(chain, [...others, added])
  if (Prime.get(chain.state) === removed) Prime.remove(chain.state)
  chain.deposit(SenateMembersEvents.MembersSwapped, undefined)
}

/** Members are kept in the order of their bytes. */
function storeSorted({ state }: Chain, members: readonly AccountId[]): void {
  Members.set(state, members.toSorted())
}
