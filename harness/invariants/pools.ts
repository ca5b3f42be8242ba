import { SafeFloat } from "../../reference/numbers/safeFloat.js"
import { alphaEntries } from "../../reference/staking/alphaEntries.js"
import { readDenominator } from "../../reference/staking/safeFloatShares.js"
import { type AccountId, type NetUid, ROOT } from "../../reference/state/primitives.js"
import type { State } from "../../reference/state/state.js"
import { NetworksAdded, SubnetTAO, SubnetVolume, TotalStake } from "../../reference/state/storage/subtensorModule.js"
import { FeeRate } from "../../reference/state/storage/swap.js"
import { first, type HappenedStep, looksAt, type StepInvariant } from "./invariant.js"

/** Fee rates are parts of this. */
const WHOLE_RATE = 65_535n

function taoInPools(state: State, counts: (netuid: NetUid) => boolean = () => true): bigint {
  return SubnetTAO.entries(state).reduce((sum, [netuid, tao]) => (counts(netuid) ? sum + tao : sum), 0n)
}

/** The most that the purchases which brought TAO into the pools can have cost in fees, in rao. */
function mostFees(before: State, after: State): bigint {
  return SubnetTAO.entries(after).reduce((sum, [netuid, tao]) => {
    const gained = tao - SubnetTAO.get(before, netuid)
    const rate = BigInt(FeeRate.get(before, netuid))
    return gained <= 0n || netuid === ROOT ? sum : sum + (gained * rate) / (WHOLE_RATE - rate) + 1n
  }, 0n)
}

function volume(state: State): bigint {
  return SubnetVolume.entries(state).reduce((sum, [, traded]) => sum + traded, 0n)
}

/** The most by which purchases with a limit were counted as more than they were, in rao. */
function mostUnspent({ before, after, answer }: HappenedStep): bigint {
  const bought = answer.events.some(({ declaration }) => declaration.name === "StakeAdded")
  const traded = volume(after) - volume(before)
  return bought && traded > 0n ? traded : 0n
}

/** What all subnets have in their pools is counted in one number; purchases are the chain's own exception (staking-12). */
export const stakeIsCounted: StepInvariant = {
  name: "TotalStake changes by as much as SubnetTAO of all subnets together, and grows by what purchases did not spend",
  clauses: ["staking-12", "staking-13"],
  brokenBy: (step) => {
    const { before, after, isBlockStep } = step
    const isNew = (netuid: NetUid) => NetworksAdded.get(after, netuid) && !NetworksAdded.get(before, netuid)
    const surplus = TotalStake.get(before) - taoInPools(before, (netuid) => !isNew(netuid))
    const change = TotalStake.get(after) - taoInPools(after) - surplus
    const most = isBlockStep ? 0n : mostFees(before, after) + mostUnspent(step)
    if (surplus < 0n || (change >= 0n && change <= most)) return undefined
    return `TotalStake changes by ${change} rao more than the pools`
  },
}

/** One part of so many is what rounding may move the sum of shares away from the shares. */
const PRECISION = 10n ** 15n

/** The shares of a pool, and the sum of shares that it keeps. */
interface Shares {
  readonly hotkey: AccountId
  readonly netuid: NetUid
  readonly sum: SafeFloat
}

function sharesOfPools(state: State): ReadonlyMap<string, Shares> {
  const pools = new Map<string, Shares>()
  for (const { hotkey, netuid, share } of alphaEntries(looksAt(state))) {
    const name = `${hotkey} on subnet ${netuid}`
    const sum = pools.get(name)?.sum ?? SafeFloat.ZERO
    pools.set(name, { hotkey, netuid, sum: SafeFloat.add(sum, share) ?? sum })
  }
  return pools
}

/** How far the sum that a pool keeps is above its shares, and the size of the two. */
interface Gap {
  readonly gap: bigint
  readonly size: bigint
}

/** In units of 10^unit. */
function gapOf(state: State, { hotkey, netuid, sum }: Shares): Gap {
  const scaled = ({ mantissa, exponent }: SafeFloat) =>
    exponent >= UNIT ? mantissa * 10n ** (exponent - UNIT) : mantissa / 10n ** (UNIT - exponent)
  const [shares, kept] = [scaled(sum), scaled(readDenominator(looksAt(state), hotkey, netuid))]
  return { gap: kept - shares, size: kept > shares ? kept : shares }
}

/** The power of ten that shares are compared in: far below one share. */
const UNIT = -24n

function drifts(was: Gap, is: Gap): boolean {
  const drift = is.gap > was.gap ? is.gap - was.gap : was.gap - is.gap
  return drift * PRECISION > was.size + is.size
}

/** The shares of a pool add up to its denominator. */
export const sharesAddUp: StepInvariant = {
  name: "the shares of a hotkey's coldkeys and the pool's denominator change alike, but for rounding",
  clauses: ["staking-01", "staking-03"],
  brokenBy: ({ before, after, answer }) => {
    if (answer.result !== "ok") return undefined
    const pools = sharesOfPools(before)
    return first(
      Array.from(sharesOfPools(after), ([name, shares]) => {
        const was = gapOf(before, pools.get(name) ?? { ...shares, sum: SafeFloat.ZERO })
        const is = gapOf(after, shares)
        if (isTooLittle(was) || !drifts(was, is)) return undefined
        return `the denominator of ${name} grows by ${is.gap - was.gap} × 10^${UNIT} more than the shares`
      }),
    )
  },
}

/** Whether a pool keeps a sum below its shares: what more is taken from it ends at zero. */
function isTooLittle({ gap, size }: Gap): boolean {
  return -gap * PRECISION > size
}
