import { U96F32 } from "../../numbers/formats.js"
import { U64 } from "../../numbers/integers.js"
import type { Chain } from "../../state/chain.js"
import { alphaBalance, taoBalance } from "../../state/primitives.js"
import {
  SubnetAlphaIn,
  SubnetAlphaInEmission,
  SubnetAlphaOut,
  SubnetAlphaOutEmission,
  SubnetTAO,
  SubnetTaoInEmission,
  TotalIssuance,
  TotalStake,
} from "../../state/storage/subtensorModule.js"
import type { SubnetTerms } from "./subnetTerms.js"

/**
 * Puts what a block brings a subnet into its pool and its alpha outside of the pool, each amount floored, and records
 * the amounts. The TAO comes into being here: no account holds it.
 *
 * @clause coinbase-33
 * @source rao:pallets/subtensor/src/coinbase/run_coinbase.rs:117
 */
export function injectTerms({ state }: Chain, { netuid, ...terms }: SubnetTerms): void {
  const alphaIn = alphaBalance(U96F32.saturatingToU64(terms.alphaIn))
  const alphaOut = alphaBalance(U96F32.saturatingToU64(terms.alphaOut))
  const tao = taoBalance(U96F32.saturatingToU64(terms.taoIn))
  SubnetAlphaInEmission.set(state, netuid, alphaIn)
  SubnetAlphaIn.mutate(state, netuid, (total) => U64.saturatingAdd(total, alphaIn))
  SubnetAlphaOutEmission.set(state, netuid, alphaOut)
  SubnetAlphaOut.mutate(state, netuid, (total) => U64.saturatingAdd(total, alphaOut))
  SubnetTaoInEmission.set(state, netuid, tao)
  SubnetTAO.mutate(state, netuid, (total) => U64.saturatingAdd(total, tao))
  TotalStake.mutate(state, (total) => U64.saturatingAdd(total, tao))
  TotalIssuance.mutate(state, (total) => U64.saturatingAdd(total, tao))
}
