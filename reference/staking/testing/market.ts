import { coldkeyBalance, mintTao } from "../../emission/tao.js"
import { resolveCredit } from "../../state/balancesCredit.js"
import { accountOf, blankChain } from "../../state/blankChain.js"
import type { CallDeclaration } from "../../state/call.js"
import { Chain } from "../../state/chain.js"
import { dispatch } from "../../state/dispatch.js"
import { signedBy } from "../../state/origin.js"
import { type AccountId, alphaBalance, type NetUid, netUid, ROOT, taoBalance } from "../../state/primitives.js"
import { attempt, type ErrorName } from "../../state/refusal.js"
import {
  NetworksAdded,
  Owner,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetMechanism,
  SubnetTAO,
  SubtokenEnabled,
  TotalStake,
} from "../../state/storage/subtensorModule.js"
import { accountOfNetuid } from "../../subnets/subnetAccount.js"
import { stakingCalls } from "../calls.js"
import { stakeForHotkeyAndColdkeyOnSubnet } from "../stake.js"

export const SUBNET = netUid(1)
export const OTHER = netUid(2)
export const COLDKEY = accountOf(1)
export const HOTKEY = accountOf(2)
/** The coldkey that owns the hotkey. */
export const OWNER = accountOf(3)
export const AUTHOR = accountOf(9)
export const TAO = 1_000_000_000n
export const RESERVE = 1_000n * TAO

/**
 * A chain that serves the calls of staking, with two subnets, each with 1000 TAO and 1000 alpha in its pool, a coldkey
 * with 100 TAO, and a hotkey.
 */
export function market(): Chain {
  const blank = blankChain(stakingCalls)
  const chain = new Chain(blank.fork, blank.state, { ...blank.block, author: AUTHOR })
  pay(chain, COLDKEY, 100n * TAO)
  Owner.set(chain.state, HOTKEY, OWNER)
  for (const netuid of [ROOT, SUBNET, OTHER]) openSubnet(chain, netuid)
  for (const netuid of [SUBNET, OTHER]) fillPool(chain, netuid)
  chain.takeEvents()
  return chain
}

/** Gives an account newly issued TAO. */
export function pay(chain: Chain, who: AccountId, rao: bigint): void {
  resolveCredit(chain, who, mintTao(chain, taoBalance(rao)))
}

function openSubnet({ state }: Chain, netuid: NetUid): void {
  NetworksAdded.set(state, netuid, true)
  SubtokenEnabled.set(state, netuid, true)
}

function fillPool(chain: Chain, netuid: NetUid): void {
  const { state } = chain
  SubnetMechanism.set(state, netuid, 1)
  SubnetTAO.set(state, netuid, taoBalance(RESERVE))
  SubnetAlphaIn.set(state, netuid, alphaBalance(RESERVE))
  SubnetAlphaOut.set(state, netuid, alphaBalance(RESERVE))
  TotalStake.mutate(state, (total) => taoBalance(total + RESERVE))
  pay(chain, accountOfNetuid(netuid), RESERVE)
}

/** Dispatches a call that the coldkey signs. */
export function call<Arguments>(chain: Chain, declaration: CallDeclaration<Arguments>, values: Arguments): void {
  dispatch(chain, signedBy(COLDKEY), { declaration, arguments: values })
}

/** The coldkey's stake with the hotkey, in alpha rao. */
export function stake(chain: Chain, netuid = SUBNET): bigint {
  return stakeForHotkeyAndColdkeyOnSubnet(chain, HOTKEY, COLDKEY, netuid)
}

/** What the coldkey can spend, in rao. */
export function balance(chain: Chain): bigint {
  return coldkeyBalance(chain, COLDKEY)
}

/** The chain's name of the refusal, or that there was none. */
export function errorOf(run: () => void): ErrorName | "accepted" {
  const outcome = attempt(run)
  return outcome.ok ? "accepted" : outcome.error
}
