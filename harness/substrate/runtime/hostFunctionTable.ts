import { allocatorFunctions } from "./hostFunctions/allocator.js"
import { childStorageFunctions } from "./hostFunctions/childStorage.js"
import { hashingFunctions } from "./hostFunctions/hashing.js"
import type { HostFunctionFamily, HostFunctions, RuntimeHost } from "./hostFunctions/host.js"
import { loggingFunctions } from "./hostFunctions/logging.js"
import { nodeFunctions } from "./hostFunctions/node.js"
import { offchainFunctions } from "./hostFunctions/offchain.js"
import { signatureFunctions } from "./hostFunctions/signatures.js"
import { storageFunctions } from "./hostFunctions/storage.js"
import { trieFunctions } from "./hostFunctions/trie.js"

const FAMILIES: readonly HostFunctionFamily[] = [
  allocatorFunctions,
  storageFunctions,
  childStorageFunctions,
  hashingFunctions,
  signatureFunctions,
  trieFunctions,
  loggingFunctions,
  nodeFunctions,
  offchainFunctions,
]

/** Every host function that there is, at work on a host. */
export function hostFunctions(host: RuntimeHost): HostFunctions {
  return Object.assign({}, ...FAMILIES.map((family) => family(host)))
}
