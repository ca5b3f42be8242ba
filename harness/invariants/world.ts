import { hotkeyStakeWeight } from "../../reference/consensus/hotkeyStake.js"
import { coldkeyBalance } from "../../reference/emission/tao.js"
import { alphaEntries } from "../../reference/staking/alphaEntries.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "../../reference/staking/stake.js"
import type { Chain } from "../../reference/state/chain.js"
import { type AccountId, type NetUid, ROOT } from "../../reference/state/primitives.js"
import { Keys, NetworksAdded, Owner, SubnetOwner } from "../../reference/state/storage/subtensorModule.js"
import { accountOfNetuid } from "../../reference/subnets/subnetAccount.js"
import type { WeightsReveal } from "../../reference/weights/commitHash.js"
import * as accounts from "../../vectors/generators/scenarios/accounts.js"
import type { Choices } from "./choices.js"

/** The chain as it stands when a call is made up, and what decides about the call. */
export interface World {
  /** Is only looked at. */
  readonly chain: Chain
  readonly choose: Choices
  /** The weights that were hidden in commits, by the commits' hashes. */
  readonly hidden: Map<string, WeightsReveal>
}

/** A hotkey and the coldkey that owns it. */
export interface KeyPair {
  readonly hotkey: AccountId
  readonly coldkey: AccountId
}

/** A coldkey's stake on a hotkey. */
export interface Position extends KeyPair {
  readonly netuid: NetUid
  /** In alpha rao. */
  readonly alpha: bigint
}

/** A neuron of a subnet. */
export interface Neuron {
  readonly netuid: NetUid
  readonly uid: number
  readonly hotkey: AccountId
}

const NEW_ACCOUNTS = 12

/** People with TAO. */
export const coldkeys: readonly AccountId[] = [accounts.alice, accounts.bob, accounts.carol, accounts.owner]

/** Accounts that nobody owns as a hotkey yet, however many calls there were; none when all are taken. */
export function newHotkeys({ chain }: World): readonly AccountId[] {
  const names = Array.from({ length: NEW_ACCOUNTS }, (_, index) => accounts.named(`new-hotkey-${index}`))
  return [accounts.stranger, ...names].filter((account) => !Owner.has(chain.state, account))
}

/** Accounts that were never a coldkey. */
export const newColdkeys: readonly AccountId[] = [1, 2, 3].map((index) => accounts.named(`new-coldkey-${index}`))

/** The subnets that are there, root last. */
export function netuids(world: World): readonly NetUid[] {
  return [...subnets(world), ROOT]
}

/** The subnets besides root. */
export function subnets({ chain: { state } }: World): readonly NetUid[] {
  return NetworksAdded.keys(state).filter((netuid) => netuid !== ROOT && NetworksAdded.get(state, netuid))
}

/** Who owns which hotkey. */
export function keyPairs({ chain: { state } }: World): readonly KeyPair[] {
  return Owner.entries(state).map(([hotkey, coldkey]) => ({ hotkey, coldkey }))
}

/** Who signs calls: those with TAO first. */
export function signers(world: World): readonly AccountId[] {
  return [...new Set([...coldkeys, ...keyPairs(world).map(({ coldkey }) => coldkey)])]
}

/** Every account there is something about, accounts of subnets included. */
export function everybody(world: World): readonly AccountId[] {
  const hotkeys = keyPairs(world).map(({ hotkey }) => hotkey)
  return [...signers(world), ...hotkeys, ...netuids(world).map(accountOfNetuid), ...newColdkeys]
}

/** The stakes that there are. */
export function positions({ chain }: World): readonly Position[] {
  return alphaEntries(chain).map(({ hotkey, coldkey, netuid }) => {
    const alpha = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
    return { hotkey, coldkey, netuid, alpha }
  })
}

/** The neurons of subnets, those with most stake first. */
export function neurons({ chain }: World, of: readonly NetUid[]): readonly Neuron[] {
  const all = of.flatMap((netuid) =>
    Keys.entriesUnder(chain.state, netuid).map(([uid, hotkey]) => ({ netuid, uid, hotkey })),
  )
  const weights = new Map(all.map((neuron) => [neuron, hotkeyStakeWeight(chain, neuron.hotkey, neuron.netuid)]))
  const weightOf = (neuron: Neuron): bigint => weights.get(neuron) ?? 0n
  return all.sort((a, b) => (weightOf(a) > weightOf(b) ? -1 : weightOf(a) < weightOf(b) ? 1 : 0))
}

/** What a coldkey can spend, in rao. */
export function spendable({ chain }: World, coldkey: AccountId): bigint {
  return coldkeyBalance(chain, coldkey)
}

/** The owner of a subnet. */
export function ownerOf({ chain }: World, netuid: NetUid): AccountId {
  return SubnetOwner.get(chain.state, netuid)
}
