import { Chain } from "../../state/chain.js"

/** The chain at work on a later block, with the same storage and no events yet. */
export function laterBlock(chain: Chain, number: bigint): Chain {
  return new Chain(chain.fork, chain.state, { ...chain.block, number })
}
