import { alphaEntries } from "../../reference/staking/alphaEntries.js"
import { stakeForHotkeyAndColdkeyOnSubnet, stakeForHotkeyOnSubnet } from "../../reference/staking/stake.js"
import type { State } from "../../reference/state/state.js"
import {
  NumStakingColdkeys,
  StakingColdkeys,
  StakingColdkeysByIndex,
} from "../../reference/state/storage/subtensorModule.js"
import { first, looksAt, type StateInvariant } from "./invariant.js"

/** What the coldkeys of a pool have together, and how many they are. */
interface Holdings {
  readonly value: bigint
  readonly coldkeys: bigint
  readonly all: bigint
}

function holdings(state: State): ReadonlyMap<string, Holdings> {
  const chain = looksAt(state)
  const pools = new Map<string, Holdings>()
  for (const { hotkey, coldkey, netuid } of alphaEntries(chain)) {
    const name = `${hotkey} on subnet ${netuid}`
    const { value, coldkeys } = pools.get(name) ?? { value: 0n, coldkeys: 0n }
    const own = stakeForHotkeyAndColdkeyOnSubnet(chain, hotkey, coldkey, netuid)
    const all = stakeForHotkeyOnSubnet(chain, hotkey, netuid)
    pools.set(name, { value: value + own, coldkeys: coldkeys + 1n, all })
  }
  return pools
}

/** Shares are worth what the pool holds: rounding may add one alpha rao for each coldkey. */
export const sharesAreCovered: StateInvariant = {
  name: "the coldkeys of a hotkey have together at most its alpha, and one alpha rao each",
  clauses: ["staking-01", "staking-03"],
  brokenIn: (state) =>
    first(
      Array.from(holdings(state), ([name, { value, coldkeys, all }]) =>
        value <= all + coldkeys ? undefined : `the shares of ${name} are worth ${value} of ${all} alpha rao`,
      ),
    ),
}

/** Those that stake on root are numbered without gaps. */
export const stakingColdkeysAreNumbered: StateInvariant = {
  name: "coldkeys that stake on root are numbered 0 to n − 1, each once",
  clauses: ["root-08"],
  brokenIn: (state) => {
    const count = NumStakingColdkeys.get(state)
    const byKey = StakingColdkeys.entries(state)
    const byIndex = StakingColdkeysByIndex.keys(state).length
    if (BigInt(byKey.length) !== count || BigInt(byIndex) !== count) {
      return `${count} coldkeys are counted, ${byKey.length} have a number and ${byIndex} numbers a coldkey`
    }
    return first(
      byKey.map(([coldkey, index]) => {
        if (index >= count) return `the number ${index} of ${coldkey} is not below ${count}`
        return StakingColdkeysByIndex.get(state, index) === coldkey ? undefined : `${coldkey} has not its own number`
      }),
    )
  },
}
