/** What the worker tells its owner. */
export type WorkerReport = { readonly answer: string } | { readonly problem: string }

/** What the worker starts from. */
export interface WorkerStart {
  readonly bytes: Uint8Array
  readonly longestMessage: number
}

/**
 * The whole program of the worker thread that runs a WebAssembly module. A module may loop for ever, and only a thread
 * can be ended from outside. It is started from this function's own text, so that it works from sources and from
 * compiled files alike: it can use nothing but what it is given and what every thread has.
 */
export function wasmWorker({ parentPort, workerData }: typeof import("node:worker_threads")): void {
  const { bytes, longestMessage }: WorkerStart = workerData
  const report = (message: WorkerReport): void => parentPort?.postMessage(message)

  function callable(exports: WebAssembly.Exports, name: string): (...args: number[]) => unknown {
    const found = exports[name]
    if (typeof found !== "function") throw new Error(`the module does not export the function "${name}"`)
    return (...args) => found(...args)
  }

  function memoryOf(exports: WebAssembly.Exports): WebAssembly.Memory {
    const found = exports.memory
    if (!(found instanceof WebAssembly.Memory)) throw new Error('the module does not export its memory as "memory"')
    return found
  }

  function checkImports(module: WebAssembly.Module): void {
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      if (from === "env" && name === "abort") continue
      throw new Error(`the module wants the import "${from}.${name}"; only "env.abort" is there`)
    }
  }

  /** AssemblyScript keeps the length of a text, in bytes of UTF-16, in the four bytes before it. */
  function textAt(memory: WebAssembly.Memory, pointer: number): string {
    if (pointer < 4 || pointer > memory.buffer.byteLength) return "no reason given"
    const length = new DataView(memory.buffer).getUint32(pointer - 4, true)
    if (length > 2_000 || pointer + length > memory.buffer.byteLength) return "no reason given"
    return new TextDecoder("utf-16le").decode(new Uint8Array(memory.buffer, pointer, length))
  }

  function start(): (request: string) => string {
    const module = new WebAssembly.Module(bytes)
    checkImports(module)
    let memory: WebAssembly.Memory | undefined
    const abort = (message: number, _file: number, line: number, column: number): never => {
      const reason = memory === undefined ? "no reason given" : textAt(memory, message)
      throw new Error(`the module aborted at line ${line}, column ${column}: ${reason}`)
    }
    const { exports } = new WebAssembly.Instance(module, { env: { abort } })
    memory = memoryOf(exports)
    return server(exports, memory)
  }

  function server(exports: WebAssembly.Exports, memory: WebAssembly.Memory): (request: string) => string {
    const alloc = callable(exports, "alloc")
    const handle = callable(exports, "handle")
    if (typeof exports._initialize === "function") exports._initialize()

    function place(request: Uint8Array): number {
      const pointer = Number(alloc(request.length)) >>> 0
      if (pointer + request.length > memory.buffer.byteLength) {
        throw new Error(`alloc(${request.length}) gave ${pointer}, beyond the end of the memory`)
      }
      new Uint8Array(memory.buffer).set(request, pointer)
      return pointer
    }

    return (request) => {
      const encoded = new TextEncoder().encode(request)
      const packed = handle(place(encoded), encoded.length)
      if (typeof packed !== "bigint") throw new Error('"handle" must return an i64: pointer << 32 | length')
      const pointer = Number(BigInt.asUintN(32, packed >> 32n))
      const length = Number(BigInt.asUintN(32, packed))
      if (length > longestMessage) throw new Error(`the answer is longer than ${longestMessage} bytes`)
      if (pointer + length > memory.buffer.byteLength) throw new Error("the answer lies beyond the end of the memory")
      return new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(memory.buffer, pointer, length))
    }
  }

  function problemOf(thrown: unknown): string {
    if (thrown instanceof WebAssembly.RuntimeError) return `the module trapped: ${thrown.message}`
    if (thrown instanceof WebAssembly.CompileError) return `it is not a WebAssembly module: ${thrown.message}`
    if (thrown instanceof RangeError && /call stack/.test(thrown.message)) return "the module trapped: stack overflow"
    return thrown instanceof Error ? thrown.message : String(thrown)
  }

  let answer: ((request: string) => string) | undefined
  parentPort?.on("message", (request: string) => {
    try {
      answer ??= start()
      report({ answer: answer(request) })
    } catch (thrown) {
      report({ problem: problemOf(thrown) })
    }
  })
}
