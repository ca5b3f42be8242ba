import { ensureSubnetOwnerOrRoot } from "../hyperparameters/rights.js"
import type { Chain } from "../state/chain.js"
import { SubtensorModuleEvents } from "../state/events.js"
import { ensureSigned, type Origin } from "../state/origin.js"
import type { NetUid } from "../state/primitives.js"
import { ensure } from "../state/refusal.js"
import type { Hex } from "../state/scaleTypes.js"
import { SubnetOwner, TokenSymbol } from "../state/storage/subtensorModule.js"
import { type SubnetIdentity, storeSubnetIdentity } from "./subnetIdentity.js"
import { SYMBOLS } from "./symbols.js"

/**
 * Stores who a subnet says it is, on its owner's word.
 *
 * @clause subnets-60
 * @source pallets/subtensor/src/utils/identity.rs:98
 */
export function setSubnetIdentity(chain: Chain, origin: Origin, netuid: NetUid, identity: SubnetIdentity): void {
  const signer = ensureSigned(origin)
  ensure(SubnetOwner.get(chain.state, netuid) === signer, "SubtensorModule.NotSubnetOwner")
  storeSubnetIdentity(chain, netuid, identity)
}

/**
 * Gives a subnet's token another symbol: one of the chain's list, without root's, that no subnet has.
 *
 * @clause subnets-61
 * @source pallets/subtensor/src/macros/dispatches.rs:1979
 */
export function updateSymbol(chain: Chain, origin: Origin, netuid: NetUid, symbol: Hex): void {
  ensureSubnetOwnerOrRoot(chain, origin, netuid)
  ensure(SYMBOLS.slice(1).includes(symbol), "SubtensorModule.SymbolDoesNotExist")
  ensure(!isSymbolTaken(chain, symbol), "SubtensorModule.SymbolAlreadyInUse")
  TokenSymbol.set(chain.state, netuid, symbol)
  chain.deposit(SubtensorModuleEvents.SymbolUpdated, { netuid, symbol })
}

/**
 * Whether a subnet's token has the symbol.
 *
 * @clause subnets-61
 * @source pallets/subtensor/src/subnets/symbols.rs:968
 */
function isSymbolTaken({ state }: Chain, symbol: Hex): boolean {
  return TokenSymbol.entries(state).some(([, taken]) => taken === symbol)
}
