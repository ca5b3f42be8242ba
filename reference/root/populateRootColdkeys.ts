import type { Chain } from "../state/chain.js"
import { ROOT } from "../state/primitives.js"
import { Alpha, AlphaMapLastKey, AlphaV2, AlphaV2MapLastKey } from "../state/storage/subtensorModule.js"
import { addStakingColdkey } from "./stakingColdkeys.js"

/** How many stakes a block looks at, in either form. */
const BATCH_SIZE = 30

/** A map of stakes and the item that remembers how far the blocks have looked through it. */
interface Walk {
  readonly stakes: Pick<typeof AlphaV2, "keysAfter">
  readonly lastKey: typeof AlphaV2MapLastKey
}

const WALKS: readonly Walk[] = [
  { stakes: Alpha, lastKey: AlphaMapLastKey },
  { stakes: AlphaV2, lastKey: AlphaV2MapLastKey },
]

/**
 * Looks at the next stakes in order of the raw keys, first those in the old form, then those in the new, and gives
 * every coldkey among them that stakes on root its number for automatic claims. After a batch that is not full the next
 * block begins at the front again.
 *
 * @clause root-10
 * @source pallets/subtensor/src/staking/helpers.rs:287
 */
export function populateRootColdkeys(chain: Chain): void {
  for (const walk of WALKS) walkOn(chain, walk)
}

function walkOn(chain: Chain, { stakes, lastKey }: Walk): void {
  const from = lastKey.get(chain.state)
  const batch = stakes.keysAfter(chain.state, from, BATCH_SIZE)
  if (from === undefined && batch.length === 0) return
  for (const { keys } of batch) {
    const [, coldkey, netuid] = keys
    if (netuid === ROOT) addStakingColdkey(chain, coldkey)
  }
  lastKey.set(chain.state, batch.length < BATCH_SIZE ? undefined : batch.at(-1)?.rawKey)
}
