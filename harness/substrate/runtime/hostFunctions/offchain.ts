import type { HostFunctionFamily } from "./host.js"

/** What off-chain workers ask for. A block is never built in one: nobody is a validator, nothing is stored. */
export const offchainFunctions: HostFunctionFamily = ({ memory }) => ({
  ext_offchain_is_validator_version_1: () => 0,
  ext_offchain_local_storage_set_version_1: () => undefined,
  ext_offchain_local_storage_clear_version_1: () => undefined,
  ext_offchain_local_storage_get_version_1: () => memory.giveOption(undefined),
  ext_offchain_timestamp_version_1: () => 0n,
  ext_offchain_random_seed_version_1: () => memory.give(new Uint8Array(32)),
})
