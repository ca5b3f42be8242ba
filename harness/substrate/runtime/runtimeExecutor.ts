import { moduleOfBlob } from "./codeBlob.js"
import type { HostFunctions, RuntimeHost, SignatureCheck } from "./hostFunctions/host.js"
import { hostFunctions } from "./hostFunctionTable.js"
import { HostMemory } from "./hostMemory.js"
import { RuntimeStorage } from "./storage/runtimeStorage.js"
import { StateRoot } from "./trie/stateRoot.js"

/** The runtime ended before it gave an answer: it panicked, trapped, or asked for what it cannot have. */
export class RuntimePanicked extends Error {}

/** What becomes of the writes of a call. */
export type Writes = "kept" | "dropped"

/** An instance of the runtime's module, ready for calls one after the other. */
interface Instance {
  readonly exports: WebAssembly.Exports
  readonly memory: HostMemory
  readonly host: RuntimeHost
  /** The memory below the heap as the module makes it, to be put back before every call. */
  readonly pristine: Uint8Array
}

/** A Substrate runtime at work on a storage of its own, on the JavaScript engine's WebAssembly. */
export class RuntimeExecutor {
  readonly storage = new RuntimeStorage()
  readonly stateRoot = new StateRoot(this.storage)
  readonly #module: WebAssembly.Module
  readonly #signatures: SignatureCheck
  #instance: Instance | undefined
  /** By which state version roots are computed when the runtime does not say. */
  stateVersion: 0 | 1 = 1

  /** Takes a blob, raw or compressed. Throws a NoRuntime or a WebAssembly.CompileError. */
  constructor(blob: Uint8Array, signatures: SignatureCheck = "accepted") {
    this.#module = new WebAssembly.Module(moduleOfBlob(blob))
    this.#signatures = signatures
  }

  /**
   * Calls an exported function with SCALE arguments. Throws a RuntimePanicked, after undoing every write, when the
   * runtime gives no answer.
   */
  call(name: string, input: Uint8Array, writes: Writes): Uint8Array {
    const mark = this.storage.mark()
    const output = this.#attempt(name, input, mark)
    if (writes === "dropped") this.storage.rollback(mark)
    return output
  }

  #attempt(name: string, input: Uint8Array, mark: number): Uint8Array {
    try {
      return run(this.#ready(), name, input)
    } catch (thrown) {
      const lastWords = this.#instance?.host.lastWords
      this.#instance = undefined
      this.storage.rollback(mark)
      throw new RuntimePanicked(`${name}: ${explained(thrown, lastWords)}`)
    }
  }

  #ready(): Instance {
    this.#instance ??= this.#instantiate()
    const { host, memory, pristine } = this.#instance
    host.lastWords = undefined
    memory.allocator.reset()
    memory.put(0, pristine)
    return this.#instance
  }

  #instantiate(): Instance {
    const imported = importedMemory(this.#module)
    const functions: { current: HostFunctions } = { current: {} }
    const env = { ...forwarding(this.#module, functions), ...(imported === undefined ? {} : { memory: imported }) }
    const { exports } = new WebAssembly.Instance(this.#module, { env })
    const wasmMemory = imported ?? exportedMemory(exports)
    const heapBase = heapBaseOf(exports)
    const memory = new HostMemory(wasmMemory, heapBase)
    const host = this.#host(memory)
    functions.current = hostFunctions(host)
    return { exports, memory, host, pristine: memory.view(0, heapBase).slice() }
  }

  #host(memory: HostMemory): RuntimeHost {
    return {
      memory,
      storage: this.storage,
      stateRoot: this.stateRoot,
      signatures: this.#signatures,
      stateVersion: () => this.stateVersion,
      versionOf,
      lastWords: undefined,
    }
  }
}

function functionImports(module: WebAssembly.Module): readonly string[] {
  return WebAssembly.Module.imports(module).flatMap(({ name, kind }) => (kind === "function" ? [name] : []))
}

/** Every imported function, looked up when it is called: only the instance's memory makes the real ones possible. */
function forwarding(module: WebAssembly.Module, functions: { readonly current: HostFunctions }): HostFunctions {
  const forward = (name: string) => {
    let found: HostFunctions[string] | undefined
    return (...args: never[]) => {
      found ??= functions.current[name]
      if (found === undefined) {
        throw new Error(`the runtime called the host function ${name}, which does not exist here`)
      }
      return named(name, found, args)
    }
  }
  return Object.fromEntries(functionImports(module).map((name) => [name, forward(name)]))
}

/** Calls a host function. What it throws names it. */
function named(name: string, call: HostFunctions[string], args: never[]): ReturnType<HostFunctions[string]> {
  try {
    return call(...args)
  } catch (thrown) {
    throw new Error(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}

function importedMemory(module: WebAssembly.Module): WebAssembly.Memory | undefined {
  const imports = WebAssembly.Module.imports(module).filter(({ kind }) => kind === "memory")
  return imports.length === 0 ? undefined : new WebAssembly.Memory({ initial: MEMORY_PAGES })
}

/** As many pages as a node gives at the least: a module refuses a memory that is smaller than it declares. */
const MEMORY_PAGES = 2_048

function exportedMemory(exports: WebAssembly.Exports): WebAssembly.Memory {
  if (exports.memory instanceof WebAssembly.Memory) return exports.memory
  throw new Error("the runtime neither imports nor exports a memory")
}

function heapBaseOf(exports: WebAssembly.Exports): number {
  const base = exports.__heap_base
  if (base instanceof WebAssembly.Global && typeof base.value === "number") return base.value
  throw new Error("the runtime does not say where its heap begins (__heap_base)")
}

function run({ exports, memory }: Instance, name: string, input: Uint8Array): Uint8Array {
  const entry = exports[name]
  if (typeof entry !== "function") throw new Error("the runtime has no such function")
  const address = memory.give(input)
  const packed: unknown = entry(address, input.length)
  if (typeof packed !== "bigint") throw new Error("the answer is not a pointer with a length")
  return memory.packedBytes(packed)
}

/** Why a call ended: the runtime's own words if it had any. */
function explained(thrown: unknown, lastWords: string | undefined): string {
  if (thrown instanceof WebAssembly.RuntimeError) {
    if (lastWords !== undefined) return lastWords
    return `the runtime trapped: ${thrown.message}`
  }
  if (thrown instanceof RangeError && /call stack/.test(thrown.message)) return "the runtime trapped: stack overflow"
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** The version that another blob gives of itself. */
function versionOf(blob: Uint8Array): Uint8Array | undefined {
  try {
    return new RuntimeExecutor(blob).call("Core_version", new Uint8Array(0), "dropped")
  } catch {
    return undefined
  }
}
