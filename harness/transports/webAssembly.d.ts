/** The part of the WebAssembly interface that the harness uses; the compiler knows it only together with a browser's. */
declare namespace WebAssembly {
  type Exports = { readonly [name: string]: unknown }

  class Module {
    constructor(bytes: Uint8Array)
    static imports(module: Module): readonly { readonly module: string; readonly name: string; readonly kind: string }[]
    static exports(module: Module): readonly { readonly name: string; readonly kind: string }[]
  }

  class Instance {
    constructor(module: Module, imports: { readonly [module: string]: { readonly [name: string]: unknown } })
    readonly exports: Exports
  }

  class Memory {
    constructor(size: { readonly initial: number; readonly maximum?: number })
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }

  class Global {
    readonly value: unknown
  }

  class RuntimeError extends Error {}
  class CompileError extends Error {}
}
