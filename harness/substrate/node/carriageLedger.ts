import { isJsonObject, type JsonObject } from "../../../reference/interface/valueType.js"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { ChainCoding } from "../coding/chainCoding.js"
import type { FeePayment } from "../coding/enclosedCall.js"
import type { Equipment } from "./equipment.js"
import type { Snapshot } from "./snapshot.js"

interface Account {
  readonly json: JsonObject
  readonly data: JsonObject
}

/**
 * What carrying calls into blocks has taken so far: equipment, fees, and the nonces of those who signed. A snapshot
 * cleaned by it is what the calls alone would have left.
 */
export class CarriageLedger {
  readonly #coding: ChainCoding
  /** The snapshot before any block was made. */
  readonly #original: Snapshot
  readonly #equipment: Equipment
  readonly #paid = new Map<Hex, bigint>()
  readonly #signed = new Map<Hex, number>()

  constructor(coding: ChainCoding, original: Snapshot, equipment: Equipment) {
    this.#coding = coding
    this.#original = original
    this.#equipment = equipment
  }

  /** Notes what a carried call's extrinsic cost: who signed it, and whose balance its fee moved. */
  note(signer: Hex, fees: readonly FeePayment[]): void {
    this.#signed.set(signer, (this.#signed.get(signer) ?? 0) + 1)
    for (const { account, amount } of fees) this.#paid.set(account, (this.#paid.get(account) ?? 0n) + amount)
  }

  /** The snapshot without equipment, fees and nonces. */
  clean(snapshot: Snapshot): Snapshot {
    const cleaned = new Map(snapshot)
    this.#takeEquipment(cleaned)
    const gifted = this.#equipment.gifts.map(({ account }) => account)
    const accounts = new Set([...gifted, ...this.#paid.keys(), ...this.#signed.keys()])
    for (const account of accounts) this.#cleanAccount(cleaned, account)
    this.#cleanIssuance(cleaned)
    return cleaned
  }

  /** What is as it was given goes back to what was there before. */
  #takeEquipment(snapshot: Map<Hex, Hex>): void {
    for (const [key, given] of this.#equipment.changes) {
      if (key.startsWith(this.#accountPrefix) || snapshot.get(key) !== given) continue
      const before = this.#original.get(key)
      if (before === undefined) snapshot.delete(key)
      else snapshot.set(key, before)
    }
  }

  get #accountPrefix(): Hex {
    return this.#coding.storage.required("System.Account").prefix
  }

  #received(account: Hex): bigint {
    const gifts = this.#equipment.gifts.filter((gift) => gift.account === account)
    return gifts.reduce((sum, { amount }) => sum + amount, this.#paid.get(account) ?? 0n)
  }

  #cleanAccount(snapshot: Map<Hex, Hex>, account: Hex): void {
    const item = this.#coding.storage.required("System.Account")
    const key = item.rawKey([account], account)
    const { json, data } = this.#read(snapshot.get(key) ?? item.defaultBytes)
    const free = BigInt(String(data.free)) - this.#received(account)
    const nonce = Number(json.nonce) - (this.#signed.get(account) ?? 0)
    const isNew = !this.#original.has(key) && free === 0n && data.reserved === "0"
    if (isNew) snapshot.delete(key)
    else {
      const record = { ...json, nonce: String(nonce), data: { ...data, free: String(free) } }
      snapshot.set(key, item.encodeValue(record, account))
    }
  }

  #read(bytes: Hex | undefined): Account {
    const json = this.#coding.storage.required("System.Account").decodeValue(bytes ?? "0x")
    const data = isJsonObject(json) ? json.data : undefined
    if (!isJsonObject(json) || !isJsonObject(data)) throw new RangeError("the chain's accounts are of an unknown form")
    return { json, data }
  }

  /** What left one account and reached none was burned. */
  #cleanIssuance(snapshot: Map<Hex, Hex>): void {
    const net = [...this.#paid.values()].reduce((sum, amount) => sum + amount, 0n)
    const item = this.#coding.storage.item("Balances.TotalIssuance")
    const bytes = item === undefined ? undefined : snapshot.get(item.prefix)
    if (item === undefined || bytes === undefined || net === 0n) return
    snapshot.set(item.prefix, item.encodeValue(String(BigInt(String(item.decodeValue(bytes))) - net), "issuance"))
  }
}
