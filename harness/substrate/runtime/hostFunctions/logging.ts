import type { HostFunctionFamily } from "./host.js"

/** Errors only: what a runtime says before it panics is one. */
const ERRORS = 1

/** What the runtime says, and its panics. The last words are kept, to explain a call that ended. */
export const loggingFunctions: HostFunctionFamily = (host) => {
  const keep = (text: bigint) => {
    host.lastWords = host.memory.packedUtf8(text)
    return undefined
  }
  return {
    ext_logging_max_level_version_1: () => ERRORS,
    ext_logging_log_version_1: (_level: number, _target: bigint, message: bigint) => keep(message),
    ext_misc_print_num_version_1: () => undefined,
    ext_misc_print_utf8_version_1: keep,
    ext_misc_print_hex_version_1: () => undefined,
    ext_panic_handler_abort_on_panic_version_1: (message: bigint) => {
      keep(message)
      throw new Error(host.lastWords)
    },
  }
}
