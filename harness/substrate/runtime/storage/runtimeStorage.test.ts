import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { RuntimeStorage } from "./runtimeStorage.js"

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (value: Uint8Array | undefined) => (value === undefined ? undefined : new TextDecoder().decode(value))

function storageOf(...keys: readonly string[]): RuntimeStorage {
  const storage = new RuntimeStorage()
  for (const key of keys) storage.set(key, bytes(key))
  storage.forgetHistory()
  return storage
}

/** Storage as plainly as can be: a map, and copies of it for open transactions. */
class PlainStorage {
  #values = new Map<string, string>()
  readonly #copies: Map<string, string>[] = []

  get(key: string): string | undefined {
    return this.#values.get(key)
  }

  put(key: string, value: string | undefined): void {
    if (value === undefined) this.#values.delete(key)
    else this.#values.set(key, value)
  }

  keyAfter(key: string): string | undefined {
    return [...this.#values.keys()].filter((one) => one > key).sort()[0]
  }

  start(): void {
    this.#copies.push(new Map(this.#values))
  }

  commit(): boolean {
    return this.#copies.pop() !== undefined
  }

  rollback(): void {
    this.#values = this.#copies.pop() ?? this.#values
  }
}

const KEYS = ["a", "ab", "b", `${"p".repeat(32)}1`, `${"p".repeat(32)}2`, `${"p".repeat(31)}q`, "z"]
const key = fc.constantFrom(...KEYS)
const operation = fc.oneof(
  fc.record({ put: key, value: fc.option(fc.string({ maxLength: 3 }), { nil: undefined }) }),
  fc.constantFrom("start", "commit", "rollback"),
)

describe("the storage that a runtime works on", () => {
  it("reads, iterates and takes back like a map that is copied for every transaction", () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        const storage = new RuntimeStorage()
        const plain = new PlainStorage()
        let open = 0
        for (const step of operations) {
          if (step === "start") {
            storage.startTransaction()
            plain.start()
            open += 1
          } else if (step === "commit" || step === "rollback") {
            if (open === 0) continue
            open -= 1
            if (step === "commit") storage.commitTransaction()
            else storage.rollbackTransaction()
            if (step === "commit") plain.commit()
            else plain.rollback()
          } else if (typeof step === "object") {
            if (step.value === undefined) storage.remove(step.put)
            else storage.set(step.put, bytes(step.value))
            plain.put(step.put, step.value)
          }
          for (const one of KEYS) {
            expect(text(storage.get(one))).toBe(plain.get(one))
            expect(storage.keyAfter(one)).toBe(plain.keyAfter(one))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it("lists what changed since a mark, and not what came back to what it was", () => {
    const storage = storageOf("a", "b", "c")
    const mark = storage.mark()
    storage.set("a", bytes("new"))
    storage.remove("b")
    storage.set("c", bytes("other"))
    storage.set("c", bytes("c"))
    storage.set("d", bytes("gone again"))
    storage.remove("d")
    expect([...storage.changesSince(mark)].map(([one, value]) => [one, text(value)])).toEqual([
      ["a", "new"],
      ["b", undefined],
    ])
    storage.rollback(mark)
    expect([...storage.changesSince(mark)]).toEqual([])
    expect(text(storage.get("b"))).toBe("b")
  })

  it("counts, for a limit, the keys of the database alone: those of the block go without counting", () => {
    const storage = storageOf("p1", "p2", "p3", "p4")
    storage.set("p0", bytes("new in this block"))
    storage.set("p3", bytes("overwritten in this block"))
    storage.remove("p1")
    expect(storage.clearPrefix("p", 1)).toEqual({ removed: 1, more: true })
    expect(storage.keysUnder("p")).toEqual(["p2", "p4"])
    expect(storage.clearPrefix("p", undefined)).toEqual({ removed: 4, more: false })
    expect(storage.keysUnder("p")).toEqual([])
  })

  it("puts an appended list back when its transaction is rolled back, whatever was appended meanwhile", () => {
    const storage = new RuntimeStorage()
    storage.append("list", bytes("a"))
    storage.startTransaction()
    storage.append("list", bytes("b"))
    storage.rollbackTransaction()
    storage.append("list", bytes("c"))
    expect(storage.get("list")).toEqual(Uint8Array.of(8, ...bytes("ac")))
  })

  it("refuses to end a transaction that was not begun", () => {
    expect(() => new RuntimeStorage().commitTransaction()).toThrow("no transaction is open")
    expect(() => new RuntimeStorage().rollbackTransaction()).toThrow("no transaction is open")
  })
})
