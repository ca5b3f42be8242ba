import { withLength } from "./answers.js"
import type { HostFunctionFamily } from "./host.js"

/** What a storage proof is taken to weigh when none is recorded. */
const NO_PROOF_RECORDED = 0xffff_ffff_ffff_ffffn

/** The version of another runtime, and what indexes and measures a node keeps besides the state. */
export const nodeFunctions: HostFunctionFamily = ({ memory, versionOf }) => ({
  ext_misc_runtime_version_version_1: (blob: bigint) => {
    const version = versionOf(memory.packedBytes(blob))
    return memory.giveOption(version && withLength(version))
  },
  ext_offchain_index_set_version_1: () => undefined,
  ext_offchain_index_clear_version_1: () => undefined,
  ext_transaction_index_index_version_1: () => undefined,
  ext_transaction_index_renew_version_1: () => undefined,
  ext_storage_proof_size_storage_proof_size_version_1: () => BigInt.asIntN(64, NO_PROOF_RECORDED),
})
