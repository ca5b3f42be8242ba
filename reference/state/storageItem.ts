import { createDecoder } from "scale-ts"
import { fromHex, type Hex, type ScaleInput, type ScaleType } from "./scaleTypes.js"
import type { State } from "./state.js"
import { itemPrefix, type KeyPart } from "./storageKey.js"

/** What a storage item declares: where it lives, how its keys are hashed, and how its values read. */
export interface StorageItem<V> {
  readonly pallet: string
  readonly name: string
  /** The 32 bytes that every raw key of the item begins with. */
  readonly prefix: Hex
  /** The keys of the item, outermost first; none for a single value. */
  readonly keyParts: readonly KeyPart<unknown>[]
  readonly type: ScaleType<V>
  /** The SCALE bytes that a missing value reads as in a fork; undefined for an optional item. */
  defaultBytesIn(fork: string): Hex | undefined
}

/** What reading gives while a value is missing: its default, or undefined for an optional item. */
export interface Missing<Read> extends Default<Read> {
  /** What it gives in forks where that is another value, by their names. */
  readonly inForks?: ReadonlyMap<string, Default<Read>>
}

interface Default<Read> {
  readonly bytes: Hex | undefined
  readonly value: Read
}

/** A missing value reads as the default that the bytes encode, or in some forks as another one. */
export function defaultsTo<V>(type: ScaleType<V>, bytes: Hex, inForks: Readonly<Record<string, Hex>> = {}): Missing<V> {
  const decoded = (encoded: Hex) => ({ bytes: encoded, value: type.decode(fromHex(encoded)) })
  const others = Object.entries(inForks).map(([fork, encoded]) => [fork, decoded(encoded)] as const)
  return { ...decoded(bytes), ...(others.length === 0 ? {} : { inForks: new Map(others) }) }
}

/** A missing value reads as undefined. */
export const isOptional: Missing<undefined> = { bytes: undefined, value: undefined }

abstract class Item<V, Read> implements StorageItem<V> {
  readonly pallet: string
  readonly name: string
  readonly prefix: Hex
  readonly type: ScaleType<V>
  abstract readonly keyParts: readonly KeyPart<unknown>[]
  readonly #missing: Missing<Read>

  constructor(pallet: string, name: string, type: ScaleType<V>, missing: Missing<Read>) {
    this.pallet = pallet
    this.name = name
    this.prefix = itemPrefix(pallet, name)
    this.type = type
    this.#missing = missing
  }

  protected read(state: State, digits: string): V | Read {
    return state.readOr(this, digits, this.#defaultIn(state.declarations.fork).value)
  }

  defaultBytesIn(fork: string): Hex | undefined {
    return this.#defaultIn(fork).bytes
  }

  #defaultIn(fork: string): Default<Read> {
    return this.#missing.inForks?.get(fork) ?? this.#missing
  }
}

/** A single value. */
export class StorageValue<V, Read = V> extends Item<V, Read> {
  readonly keyParts = []

  get(state: State): V | Read {
    return this.read(state, "")
  }

  set(state: State, value: V): void {
    state.write(this, "", value)
  }

  mutate(state: State, change: (value: V | Read) => V): void {
    this.set(state, change(this.get(state)))
  }

  remove(state: State): void {
    state.remove(this, "")
  }

  has(state: State): boolean {
    return state.has(this, "")
  }
}

/** Remembers what raw keys decode to. */
function keyDecoder<Keys>(decode: (input: ScaleInput) => Keys): (digits: string) => Keys {
  const known = new Map<string, Keys>()
  const decoder = createDecoder(decode)
  return (digits) => {
    const remembered = known.get(digits)
    if (remembered !== undefined) return remembered
    const keys = decoder(fromHex(`0x${digits}`))
    known.set(digits, keys)
    return keys
  }
}

/** Values under one key. Iteration is in the order of the raw keys, as on the chain. */
export class StorageMap<K, V, Read = V> extends Item<V, Read> {
  readonly keyParts: readonly [KeyPart<K>]
  readonly #decodeKey: (digits: string) => K

  constructor(pallet: string, name: string, key: KeyPart<K>, type: ScaleType<V>, missing: Missing<Read>) {
    super(pallet, name, type, missing)
    this.keyParts = [key]
    this.#decodeKey = keyDecoder((input) => key.decode(input))
  }

  get(state: State, key: K): V | Read {
    return this.read(state, this.keyParts[0].digits(key))
  }

  set(state: State, key: K, value: V): void {
    state.write(this, this.keyParts[0].digits(key), value)
  }

  mutate(state: State, key: K, change: (value: V | Read) => V): void {
    this.set(state, key, change(this.get(state, key)))
  }

  remove(state: State, key: K): void {
    state.remove(this, this.keyParts[0].digits(key))
  }

  has(state: State, key: K): boolean {
    return state.has(this, this.keyParts[0].digits(key))
  }

  keys(state: State): readonly K[] {
    return state.keysUnder(this, "").map(this.#decodeKey)
  }

  entries(state: State): readonly (readonly [K, V])[] {
    return state.keysUnder(this, "").map((digits) => [this.#decodeKey(digits), state.read(this, digits)])
  }

  clear(state: State): void {
    for (const digits of state.keysUnder(this, "")) state.remove(this, digits)
  }
}

/** Values under two keys. */
export class StorageDoubleMap<K1, K2, V, Read = V> extends Item<V, Read> {
  readonly keyParts: readonly [KeyPart<K1>, KeyPart<K2>]
  readonly #decodeKeys: (digits: string) => readonly [K1, K2]

  constructor(
    pallet: string,
    name: string,
    key1: KeyPart<K1>,
    key2: KeyPart<K2>,
    type: ScaleType<V>,
    missing: Missing<Read>,
  ) {
    super(pallet, name, type, missing)
    this.keyParts = [key1, key2]
    this.#decodeKeys = keyDecoder((input) => [key1.decode(input), key2.decode(input)])
  }

  #digits(key1: K1, key2: K2): string {
    return this.keyParts[0].digits(key1) + this.keyParts[1].digits(key2)
  }

  get(state: State, key1: K1, key2: K2): V | Read {
    return this.read(state, this.#digits(key1, key2))
  }

  set(state: State, key1: K1, key2: K2, value: V): void {
    state.write(this, this.#digits(key1, key2), value)
  }

  mutate(state: State, key1: K1, key2: K2, change: (value: V | Read) => V): void {
    this.set(state, key1, key2, change(this.get(state, key1, key2)))
  }

  remove(state: State, key1: K1, key2: K2): void {
    state.remove(this, this.#digits(key1, key2))
  }

  has(state: State, key1: K1, key2: K2): boolean {
    return state.has(this, this.#digits(key1, key2))
  }

  entries(state: State): readonly (readonly [readonly [K1, K2], V])[] {
    return state.keysUnder(this, "").map((digits) => [this.#decodeKeys(digits), state.read(this, digits)])
  }

  /** The second keys and the values under the first key. */
  entriesUnder(state: State, key1: K1): readonly (readonly [K2, V])[] {
    return state
      .keysUnder(this, this.keyParts[0].digits(key1))
      .map((digits) => [this.#decodeKeys(digits)[1], state.read(this, digits)])
  }

  clear(state: State): void {
    for (const digits of state.keysUnder(this, "")) state.remove(this, digits)
  }

  /** Removes every value under the first key. */
  clearUnder(state: State, key1: K1): void {
    for (const digits of state.keysUnder(this, this.keyParts[0].digits(key1))) state.remove(this, digits)
  }
}

/** The keys of a value, and the raw key that they make. */
export interface RawKeys<Keys> {
  readonly rawKey: Hex
  readonly keys: Keys
}

/** Values under three keys. */
export class StorageTripleMap<K1, K2, K3, V, Read = V> extends Item<V, Read> {
  readonly keyParts: readonly [KeyPart<K1>, KeyPart<K2>, KeyPart<K3>]
  readonly #decodeKeys: (digits: string) => readonly [K1, K2, K3]

  constructor(
    pallet: string,
    name: string,
    key1: KeyPart<K1>,
    key2: KeyPart<K2>,
    key3: KeyPart<K3>,
    type: ScaleType<V>,
    missing: Missing<Read>,
  ) {
    super(pallet, name, type, missing)
    this.keyParts = [key1, key2, key3]
    this.#decodeKeys = keyDecoder((input) => [key1.decode(input), key2.decode(input), key3.decode(input)])
  }

  #digits(key1: K1, key2: K2, key3: K3): string {
    return this.#digitsOfTwo(key1, key2) + this.keyParts[2].digits(key3)
  }

  #digitsOfTwo(key1: K1, key2: K2): string {
    return this.keyParts[0].digits(key1) + this.keyParts[1].digits(key2)
  }

  get(state: State, key1: K1, key2: K2, key3: K3): V | Read {
    return this.read(state, this.#digits(key1, key2, key3))
  }

  set(state: State, key1: K1, key2: K2, key3: K3, value: V): void {
    state.write(this, this.#digits(key1, key2, key3), value)
  }

  mutate(state: State, key1: K1, key2: K2, key3: K3, change: (value: V | Read) => V): void {
    this.set(state, key1, key2, key3, change(this.get(state, key1, key2, key3)))
  }

  remove(state: State, key1: K1, key2: K2, key3: K3): void {
    state.remove(this, this.#digits(key1, key2, key3))
  }

  has(state: State, key1: K1, key2: K2, key3: K3): boolean {
    return state.has(this, this.#digits(key1, key2, key3))
  }

  entries(state: State): readonly (readonly [readonly [K1, K2, K3], V])[] {
    return state.keysUnder(this, "").map((digits) => [this.#decodeKeys(digits), state.read(this, digits)])
  }

  /** The second and third keys and the values under the first key. */
  entriesUnder(state: State, key1: K1): readonly (readonly [readonly [K2, K3], V])[] {
    return state.keysUnder(this, this.keyParts[0].digits(key1)).map((digits) => {
      const [, key2, key3] = this.#decodeKeys(digits)
      return [[key2, key3], state.read(this, digits)]
    })
  }

  /** The third keys and the values under the first two keys. */
  entriesUnderTwo(state: State, key1: K1, key2: K2): readonly (readonly [K3, V])[] {
    return state
      .keysUnder(this, this.#digitsOfTwo(key1, key2))
      .map((digits) => [this.#decodeKeys(digits)[2], state.read(this, digits)])
  }

  clear(state: State): void {
    for (const digits of state.keysUnder(this, "")) state.remove(this, digits)
  }

  /** Removes every value under the first key. */
  clearUnder(state: State, key1: K1): void {
    for (const digits of state.keysUnder(this, this.keyParts[0].digits(key1))) state.remove(this, digits)
  }

  /** The keys after a raw key, or from the first one on without it: at most `limit` of them, in order of the raw keys. */
  keysAfter(state: State, rawKey: Hex | undefined, limit: number): readonly RawKeys<readonly [K1, K2, K3]>[] {
    return state
      .keysAfter(this, rawKey, limit)
      .map((digits) => ({ rawKey: `${this.prefix}${digits}`, keys: this.#decodeKeys(digits) }))
  }

  /** Removes every value under the first two keys. */
  clearUnderTwo(state: State, key1: K1, key2: K2): void {
    for (const digits of state.keysUnder(this, this.#digitsOfTwo(key1, key2))) state.remove(this, digits)
  }
}
