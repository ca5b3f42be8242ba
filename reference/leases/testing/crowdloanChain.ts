import { accountOf } from "../../state/blankChain.js"
import type { CallDeclaration, RuntimeCall } from "../../state/call.js"
import { CrowdloanCalls } from "../../state/calls.js"
import type { Chain } from "../../state/chain.js"
import { signedBy } from "../../state/origin.js"
import type { AccountId } from "../../state/primitives.js"
import { callOf, fundedChain, resultOf } from "../../state/testing/fundedChain.js"
import { atBlock } from "../../subnets/testing/smallSubnet.js"

export const TAO = 1_000_000_000n
export const CREATOR = accountOf(0xc0)
export const ALICE = accountOf(0xa1)
export const BOB = accountOf(0xb0)
export const TARGET = accountOf(0xdd)
/** The block in which crowdloans are tried. */
export const NOW = 1_000n
/** The first block in which a crowdloan of that block may end. */
export const SOONEST_END = 51_400

/** A chain with all calls, in block 1000, whose creator, Alice and Bob have 1000 TAO each. */
export function crowdloanChain(): Chain {
  return atBlock(fundedChain(1_000n * TAO, CREATOR, ALICE, BOB), NOW)
}

/** Terms that nothing speaks against: 10 TAO of 100, for the target. */
export const TERMS = {
  deposit: 10n * TAO,
  min_contribution: TAO,
  cap: 100n * TAO,
  end: SOONEST_END,
  call: undefined,
  target_address: TARGET,
}

/** Has an account make a call and says what came of it. */
export function result<Arguments>(
  chain: Chain,
  who: AccountId,
  declaration: CallDeclaration<Arguments>,
  values: Arguments,
): string {
  return resultOf(chain, signedBy(who), callOf(declaration, values))
}

/** Starts crowdloan 0 on these terms. */
export function create(chain: Chain, terms: Partial<typeof TERMS> | CallTerms = {}): string {
  return result(chain, CREATOR, CrowdloanCalls.create, { ...TERMS, ...terms })
}

/** Terms of a crowdloan whose end is a call. */
interface CallTerms {
  readonly cap?: bigint
  readonly call: RuntimeCall
  readonly target_address: undefined
}

/** Has an account contribute to crowdloan 0. */
export const contribute = (chain: Chain, who: AccountId, amount: bigint): string =>
  result(chain, who, CrowdloanCalls.contribute, { crowdloan_id: 0, amount })
