import {
  constantProductMaxToAdd,
  constantProductMaxToMove,
  constantProductMaxToRemove,
} from "../../pool/constantProductLimits.js"
import { poolOf } from "../../pool/rao/swap.js"
import { alphaBalance, taoBalance } from "../../state/primitives.js"
import type { PoolLimits } from "../stakingRules.js"

/** How much fits within price limits in constant-product pools. */
export const constantProductPoolLimits: PoolLimits = {
  toAdd: (chain, netuid, limitPrice) => taoBalance(constantProductMaxToAdd(poolOf(chain, netuid), limitPrice)),
  toRemove: (chain, netuid, limitPrice) => alphaBalance(constantProductMaxToRemove(poolOf(chain, netuid), limitPrice)),
  toMove: (chain, origin, destination, limitPrice) =>
    alphaBalance(constantProductMaxToMove(poolOf(chain, origin), poolOf(chain, destination), limitPrice)),
}
