import { describe, expect, it } from "vitest"
import type { Encoding } from "../../../reference/state/encoding.js"
import { primitiveEncoding, structEncoding, tupleEncoding } from "../../../reference/state/encoding.js"
import { type RecordedSpecVersion, recordedMetadata } from "../../metadata/recordedMetadata.js"
import { readRuntimeMetadata } from "../../metadata/runtimeMetadata.js"
import { compareRuntimes } from "./compareRuntimes.js"
import { declaredRuntime, type ItemShape, type PalletShape, type RuntimeShape } from "./declaredRuntime.js"
import { diagnose, NoFork } from "./diagnosis.js"
import { renderDiagnosis } from "./renderDiagnosis.js"

const declared = declaredRuntime("balancer")

const read = (spec: RecordedSpecVersion) => readRuntimeMetadata(recordedMetadata(spec))

function required<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`there is no ${String(key)}`)
  return value
}

/** The declared runtime with one pallet changed. */
function withPallet(name: string, change: (pallet: PalletShape) => Partial<PalletShape>): RuntimeShape {
  const pallet = required(declared, name)
  return new Map([...declared, [name, { ...pallet, ...change(pallet) }]])
}

function withItem(pallet: string, name: string, change: (item: ItemShape) => Partial<ItemShape>): RuntimeShape {
  return withPallet(pallet, ({ storage }) => {
    const item = required(storage, name)
    return { storage: new Map([...storage, [name, { ...item, ...change(item) }]]) }
  })
}

function changedFree(encoding: Encoding): Encoding {
  if (encoding.kind !== "struct") throw new RangeError("not a structure")
  const rename = (name: string, of: Encoding) => (name === "free" ? primitiveEncoding("u128") : of)
  return structEncoding(
    encoding.fields.map(({ name, encoding: of }) => ({
      name,
      encoding: name === "data" ? changedFree(of) : rename(name, of),
    })),
  )
}

describe("what the doctor finds", () => {
  it("is nothing in a runtime that is as declared", () => {
    expect(compareRuntimes(declared, declared)).toEqual([])
  })

  const U64 = primitiveEncoding("u64")
  const cases: readonly (readonly [what: string, runtime: RuntimeShape, drift: readonly object[]])[] = [
    [
      "a missing pallet, once",
      new Map([...declared].filter(([name]) => name !== "Swap")),
      [{ group: "pallets", pallet: "Swap", kind: "missing" }],
    ],
    [
      "a pallet at another index",
      withPallet("Swap", () => ({ index: 99 })),
      [{ group: "pallets", pallet: "Swap", kind: "changed", aspect: "index", declared: "28", found: "99" }],
    ],
    [
      "a missing storage item",
      withPallet("Swap", ({ storage }) => ({
        storage: new Map([...storage].filter(([name]) => name !== "SwapBalancer")),
      })),
      [{ group: "storage", pallet: "Swap", name: "SwapBalancer", kind: "missing" }],
    ],
    [
      "a storage item that the model does not know",
      withPallet("Swap", ({ storage }) => ({
        storage: new Map([...storage, ["Ticks", { keys: [], value: U64, fallback: undefined }]]),
      })),
      [{ group: "storage", pallet: "Swap", name: "Ticks", kind: "extra" }],
    ],
    [
      "another hasher",
      withItem("SubtensorModule", "SubnetTAO", ({ keys }) => ({
        keys: keys.map((key) => ({ ...key, hasher: "Twox64Concat" })),
      })),
      [
        {
          group: "storage",
          pallet: "SubtensorModule",
          name: "SubnetTAO",
          kind: "changed",
          aspect: "hasher",
          declared: "Identity",
          found: "Twox64Concat",
        },
      ],
    ],
    [
      "another type of a key",
      withItem("SubtensorModule", "Weights", ({ keys }) => ({
        keys: keys.map((key, index) => (index === 1 ? { ...key, encoding: primitiveEncoding("u32") } : key)),
      })),
      [
        {
          group: "storage",
          pallet: "SubtensorModule",
          name: "Weights",
          kind: "changed",
          aspect: "key 2",
          declared: "u16",
          found: "u32",
        },
      ],
    ],
    [
      "another type deep inside a value, and where",
      withItem("System", "Account", ({ value }) => ({ value: changedFree(value) })),
      [
        {
          group: "storage",
          pallet: "System",
          name: "Account",
          kind: "changed",
          aspect: "value",
          place: "data.free",
          declared: "u64",
          found: "u128",
        },
      ],
    ],
    [
      "another default",
      withItem("SubtensorModule", "Tempo", () => ({ fallback: "0x0a00" })),
      [
        {
          group: "storage",
          pallet: "SubtensorModule",
          name: "Tempo",
          kind: "changed",
          aspect: "default",
          declared: "0x6801",
          found: "0x0a00",
        },
      ],
    ],
    [
      "a default where there was none",
      withItem("SubtensorModule", "Tempo", () => ({ fallback: undefined })),
      [
        {
          group: "storage",
          pallet: "SubtensorModule",
          name: "Tempo",
          kind: "changed",
          aspect: "modifier",
          declared: "with a default",
          found: "optional",
        },
      ],
    ],
    [
      "a call at another index and with other arguments",
      withPallet("SubtensorModule", ({ calls }) => ({
        calls: new Map([...calls, ["add_stake", { index: 3, payload: tupleEncoding([U64, U64]) }]]),
      })),
      [
        { group: "calls", pallet: "SubtensorModule", name: "add_stake", kind: "changed", aspect: "index", found: "3" },
        { group: "calls", pallet: "SubtensorModule", name: "add_stake", kind: "changed", aspect: "arguments" },
      ],
    ],
    [
      "an event with other fields",
      withPallet("Balances", ({ events }) => ({
        events: new Map([...events, ["Transfer", { ...required(events, "Transfer"), payload: U64 }]]),
      })),
      [{ group: "events", pallet: "Balances", name: "Transfer", kind: "changed", aspect: "fields", found: "u64" }],
    ],
    [
      "an error at another index",
      withPallet("Balances", ({ errors }) => ({ errors: new Map([...errors, ["DeadAccount", 200]]) })),
      [{ group: "errors", pallet: "Balances", name: "DeadAccount", kind: "changed", declared: "6", found: "200" }],
    ],
    [
      "another value of a constant",
      withPallet("Balances", () => ({ constants: new Map([["ExistentialDeposit", 1n]]) })),
      [
        {
          group: "constants",
          pallet: "Balances",
          name: "ExistentialDeposit",
          kind: "changed",
          declared: "500",
          found: "1",
        },
      ],
    ],
  ]

  it.each(cases)("is %s", (_, runtime, drift) => {
    const found = compareRuntimes(declared, runtime)
    expect(found).toHaveLength(drift.length)
    expect(found).toMatchObject(drift)
  })

  it("leaves out constants that the model does not hold", () => {
    const runtime = withPallet("Balances", ({ constants }) => ({
      constants: new Map([...constants, ["MaxLocks", 9n]]),
    }))
    expect(compareRuntimes(declared, runtime)).toEqual([])
  })
})

describe("the doctor's report", () => {
  it("finds no drift in the runtime that is modelled", () => {
    const diagnosis = diagnose("node", read(425))
    expect(diagnosis).toMatchObject({ fork: "balancer", drift: [], undeclaredPallets: [] })
    expect(diagnosis.runtime).toEqual({ specName: "node-subtensor", specVersion: 425 })
    expect(renderDiagnosis(diagnosis)).toContain("No drift")
  })

  it("finds nothing in the older runtime that is modelled but variants that shared types gained later", () => {
    const { fork, drift } = diagnose("node", read(261))
    expect(fork).toBe("rao")
    for (const difference of drift) {
      expect(difference).toMatchObject({ kind: "changed", declared: expect.stringMatching(/^index \d+$/) })
      expect(difference).not.toHaveProperty("actual")
    }
  })

  it("lists the drift of an older runtime by kind and pallet", () => {
    const diagnosis = diagnose("node", read(377), "balancer")
    const text = renderDiagnosis(diagnosis)
    expect(text).toContain("AlphaAssets is not in the runtime")
    expect(text).toContain("MaxAllowedUids: default is 0x0010, declared as 0x0001")
    expect(text).toMatch(/storage \(\d+\)\n {2}Balances\n {4}Holds: value \[\]\.id\.Registry is index 17, not declared/)
    expect(text).toMatch(/\d+ differences: 2 of pallets, \d+ of storage, \d+ of calls, /)
    expect(diagnosis.undeclaredPallets).toEqual(["Registry"])
  })

  it("asks for a fork when the model declares nothing of the runtime's own", () => {
    const run = () => diagnose("node", read(377))
    expect(run).toThrow(NoFork)
    expect(run).toThrow(
      /spec_version 377 is of the fork taoflow, which the model does not declare; .*--fork: .*balancer/,
    )
  })

  it("refuses a fork that there is not", () => {
    expect(() => diagnose("node", read(425), "nonesuch")).toThrow(/declares nothing of the fork "nonesuch"/)
  })
})
