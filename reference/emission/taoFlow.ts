import { I64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { NetUid, TaoBalance } from "../state/primitives.js"
import { SubnetProtocolFlow, SubnetTaoFlow } from "../state/storage/subtensorModule.js"

/**
 * Counts TAO that users brought into a subnet.
 *
 * @param tao rao
 * @clause emission-14
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:77
 */
export function recordTaoInflow(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  SubnetTaoFlow.mutate(chain.state, netuid, (flow) => I64.saturatingAdd(flow, I64.wrappingFrom(tao)))
}

/**
 * Counts TAO that users took out of a subnet.
 *
 * @param tao rao
 * @clause emission-14
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:83
 */
export function recordTaoOutflow(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  SubnetTaoFlow.mutate(chain.state, netuid, (flow) => I64.saturatingSub(flow, I64.wrappingFrom(tao)))
}

/**
 * Counts TAO that emission brought into a subnet.
 *
 * @param tao rao
 * @clause emission-14
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:93
 */
export function recordProtocolInflow(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  SubnetProtocolFlow.mutate(chain.state, netuid, (flow) => I64.saturatingAdd(flow, I64.wrappingFrom(tao)))
}

/**
 * Counts TAO that root claims took out of a subnet.
 *
 * @param tao rao
 * @clause emission-14
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:99
 */
export function recordProtocolOutflow(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  SubnetProtocolFlow.mutate(chain.state, netuid, (flow) => I64.saturatingSub(flow, I64.wrappingFrom(tao)))
}
