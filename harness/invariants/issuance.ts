import { TOTAL_SUPPLY } from "../../reference/emission/supply.js"
import type { State } from "../../reference/state/state.js"
import { TotalIssuance as CurrencyIssuance } from "../../reference/state/storage/balances.js"
import { TotalIssuance } from "../../reference/state/storage/subtensorModule.js"
import { Account } from "../../reference/state/storage/system.js"
import type { HappenedStep, StateInvariant, StepInvariant } from "./invariant.js"

/** Events of Balances that tell of a change of what is issued without SubtensorModule. */
const ONLY_THE_CURRENCY = new Set(["BalanceSet", "TotalIssuanceForced", "Burned", "Slashed"])
/** The pallets whose calls count the dust of their transfers. */
const COUNT_DUST = new Set(["SubtensorModule", "AdminUtils", "Swap"])

/** What the currency counts as issued beyond what SubtensorModule does, in rao. */
function drift(state: State): bigint {
  return CurrencyIssuance.get(state) - TotalIssuance.get(state)
}

function held(state: State): bigint {
  return Account.entries(state).reduce((sum, [, { data }]) => sum + data.free + data.reserved, 0n)
}

function changesCurrencyAlone({ answer, call }: HappenedStep): boolean {
  const names = answer.events.flatMap(({ declaration: { pallet, name } }) => (pallet === "Balances" ? [name] : []))
  const losesDust = call !== undefined && !COUNT_DUST.has(call.declaration.pallet) && names.includes("DustLost")
  return losesDust || names.some((name) => ONLY_THE_CURRENCY.has(name))
}

/** The issuance has a cap. */
export const issuanceIsCapped: StateInvariant = {
  name: "no more TAO is issued than there will ever be",
  clauses: ["emission-01"],
  brokenIn: (state) => {
    const issued = TotalIssuance.get(state)
    return issued <= TOTAL_SUPPLY ? undefined : `${issued} rao are issued, of ${TOTAL_SUPPLY}`
  },
}

/** Both ledgers of the issuance change alike; the dust that calls of other pallets lose is the chain's own exception (emission-05). */
export const ledgersAgree: StepInvariant = {
  name: "Balances.TotalIssuance and SubtensorModule.TotalIssuance change alike, but for calls of Balances and their dust",
  clauses: ["emission-05", "state-07"],
  brokenBy: (step) => {
    const change = drift(step.after) - drift(step.before)
    if (change === 0n || changesCurrencyAlone(step)) return undefined
    return `Balances.TotalIssuance changed by ${change} rao more than SubtensorModule.TotalIssuance`
  },
}

/** The currency is where its issuance says it is. */
export const accountsHoldTheIssuance: StepInvariant = {
  name: "what accounts hold changes by as much as Balances.TotalIssuance",
  clauses: ["state-07", "state-10"],
  brokenBy: ({ before, after, answer }) => {
    if (answer.events.some(({ declaration }) => declaration.name === "TotalIssuanceForced")) return undefined
    const change = held(after) - held(before)
    const issued = CurrencyIssuance.get(after) - CurrencyIssuance.get(before)
    return change === issued ? undefined : `accounts hold ${change} rao more, and ${issued} more are issued`
  },
}
