import type { CallDeclaration, RuntimeCall } from "../../../../reference/state/call.js"
import { BalancesCalls, SubtensorModuleCalls, SystemCalls, UtilityCalls } from "../../../../reference/state/calls.js"
import { type AccountId, hash } from "../../../../reference/state/primitives.js"
import { runtimeCall } from "../../../../reference/state/runtimeCall.js"
import { ColdkeySwapAnnouncements } from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, validator1 } from "../accounts.js"
import { tao } from "../amounts.js"
import { SUBNET } from "../market.js"
import { argument, type Change, stored } from "../situation.js"

/** A call inside another. */
export function inner<Arguments>(declaration: CallDeclaration<Arguments>, values: Arguments): RuntimeCall {
  return { declaration, arguments: values }
}

/** An account as calls name it. */
export const idOf = (account: AccountId) => ({ type: "Id", value: account }) as const

/** One TAO to bob, which alice has. */
export const affordable = inner(BalancesCalls.transfer_allow_death, { dest: idOf(bob), value: tao(1) })

/** More to bob than alice has, though not more than there is. */
export const unaffordable = inner(BalancesCalls.transfer_allow_death, { dest: idOf(bob), value: tao(1_001) })

/** What only root may do. */
export const rootsAlone = inner(SystemCalls.set_storage, { items: [] })

/** A stake that is too small. */
export const tooSmall = inner(SubtensorModuleCalls.add_stake, {
  hotkey: validator1,
  netuid: SUBNET,
  amount_staked: tao(0),
})

export const emptyBatch = inner(UtilityCalls.batch, { calls: [] })
export const emptyBatchAll = inner(UtilityCalls.batch_all, { calls: [] })
export const emptyForceBatch = inner(UtilityCalls.force_batch, { calls: [] })

/** The call first, and another if it is refused. */
export const orElse = (main: RuntimeCall, fallback: RuntimeCall) => inner(UtilityCalls.if_else, { main, fallback })

/** The same batch of other calls. */
export const callsAre = (...calls: readonly RuntimeCall[]): Change =>
  argument(
    "calls",
    calls.map((call) => runtimeCall.toJson(call)),
  )

/** The same with another call inside. */
export const callIs = (call: RuntimeCall, parameter = "call"): Change => argument(parameter, runtimeCall.toJson(call))

/** The same after alice announced that she swaps her coldkey. */
export const swapAnnounced: Change = stored((state) =>
  ColdkeySwapAnnouncements.set(state, alice, [2_000, hash(`0x${"5a".repeat(32)}`)]),
)
