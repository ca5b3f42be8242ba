import { I64 } from "../numbers/integers.js"
import type { Chain } from "../state/chain.js"
import type { NetUid, TaoBalance } from "../state/primitives.js"
import { SubnetProtocolFlow, SubnetTaoFlow } from "../state/storage/subtensorModule.js"

/**
 * Counts TAO that users brought into a subnet.
 *
 * @param tao rao
 * @clause emission-13
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:77
 */
export function recordTaoInflow(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  SubnetTaoFlow.mutate(chain.state, netuid, (flow) => flowAfterInflow(flow, tao))
}

/**
 * Counts TAO that users took out of a subnet.
 *
 * @param tao rao
 * @clause emission-13
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:83
 */
export function recordTaoOutflow(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  SubnetTaoFlow.mutate(chain.state, netuid, (flow) => flowAfterOutflow(flow, tao))
}

/**
 * Counts TAO that emission brought into a subnet.
 *
 * @param tao rao
 * @clause emission-13
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:93
 */
export function recordProtocolInflow(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  SubnetProtocolFlow.mutate(chain.state, netuid, (flow) => flowAfterInflow(flow, tao))
}

/**
 * Counts TAO that root claims took out of a subnet.
 *
 * @param tao rao
 * @clause emission-13
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:99
 */
export function recordProtocolOutflow(chain: Chain, netuid: NetUid, tao: TaoBalance): void {
  SubnetProtocolFlow.mutate(chain.state, netuid, (flow) => flowAfterOutflow(flow, tao))
}

/**
 * A flow with TAO more, the amount read as i64.
 *
 * @param flow rao
 * @param tao rao
 * @returns rao
 * @clause emission-13
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:79
 */
export function flowAfterInflow(flow: bigint, tao: TaoBalance): bigint {
  return I64.saturatingAdd(flow, I64.wrappingFrom(tao))
}

/**
 * A flow with TAO less, the amount read as i64.
 *
 * @param flow rao
 * @param tao rao
 * @returns rao
 * @clause emission-13
 * @source pallets/subtensor/src/coinbase/subnet_emissions.rs:85
 */
export function flowAfterOutflow(flow: bigint, tao: TaoBalance): bigint {
  return I64.saturatingSub(flow, I64.wrappingFrom(tao))
}
