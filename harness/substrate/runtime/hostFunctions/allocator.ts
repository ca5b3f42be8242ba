import type { HostFunctionFamily } from "./host.js"

/** Memory for the runtime. */
export const allocatorFunctions: HostFunctionFamily = ({ memory }) => ({
  ext_allocator_malloc_version_1: (size: number) => memory.allocator.allocate(size >>> 0),
  ext_allocator_free_version_1: (address: number) => {
    memory.allocator.release(address >>> 0)
    return undefined
  },
})
