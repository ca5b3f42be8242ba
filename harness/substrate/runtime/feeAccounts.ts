import { isJsonObject, type Json, type JsonObject } from "../../../reference/interface/valueType.js"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { FeePayment } from "../coding/enclosedCall.js"
import type { ChainStorage } from "./chainStorage.js"

const ACCOUNT = "System.Account"

/** What is added to an account before an extrinsic, or taken off after it. */
interface Adjustment {
  readonly free: bigint
  readonly nonce: number
  readonly providers: number
}

function field(record: Json | undefined, name: string): bigint {
  const value = isJsonObject(record ?? null) && isJsonObject(record) ? record[name] : undefined
  if (typeof value !== "string") throw new RangeError(`the chain's accounts have no ${name}`)
  return BigInt(value)
}

function dataOf(record: JsonObject): JsonObject {
  const { data } = record
  if (data === undefined || !isJsonObject(data)) throw new RangeError("the chain's accounts have no balances")
  return data
}

function recordOf(storage: ChainStorage, account: Hex): JsonObject {
  const record = storage.readItem(ACCOUNT, account)
  if (record === undefined || !isJsonObject(record)) throw new RangeError("the chain has no accounts")
  return record
}

/** The nonce that the account's next extrinsic carries. */
export function nonceOf(storage: ChainStorage, account: Hex): number {
  return Number(field(recordOf(storage, account), "nonce"))
}

/** Whether an account may sign at all: something must vouch for its existence. */
export function exists(storage: ChainStorage, account: Hex): boolean {
  const record = recordOf(storage, account)
  return field(record, "providers") > 0n || field(record, "sufficients") > 0n
}

/** Whether the chain has a record of an account. */
export function isStored(storage: ChainStorage, account: Hex): boolean {
  const key = storage.keyOf(ACCOUNT, account)
  return key !== undefined && storage.read(key) !== undefined
}

/** Whether an account has nothing but, at most, a reference that keeps it alive. */
export function holdsNothing(storage: ChainStorage, account: Hex): boolean {
  const record = recordOf(storage, account)
  const { free, reserved } = dataOf(record)
  const counts = ["nonce", "consumers", "sufficients"].map((name) => field(record, name))
  return counts.every((count) => count === 0n) && free === "0" && reserved === "0"
}

/** Adds to the fields of an account. One that died meanwhile counts its extrinsics from nothing again. */
export function adjust(storage: ChainStorage, account: Hex, { free, nonce, providers }: Adjustment): void {
  const record = recordOf(storage, account)
  const data = dataOf(record)
  const count = field(record, "nonce") + BigInt(nonce)
  const adjusted: JsonObject = {
    ...record,
    nonce: String(count < 0n ? 0n : count),
    providers: String(field(record, "providers") + BigInt(providers)),
    data: { ...data, free: String(field(data, "free") + free) },
  }
  storage.writeItem(ACCOUNT, [account], adjusted)
}

/** Brings back what fees took out of the issuance because nobody was paid with it. */
export function restoreIssuance(storage: ChainStorage, fees: readonly FeePayment[]): void {
  const vanished = -fees.reduce((sum, { amount }) => sum + amount, 0n)
  const issuance = storage.readItem("Balances.TotalIssuance")
  if (vanished === 0n || typeof issuance !== "string") return
  storage.writeItem("Balances.TotalIssuance", [], String(BigInt(issuance) + vanished))
}

/** The amount that was withdrawn from an account before the call. */
export function withdrawnFrom(account: Hex, fees: readonly FeePayment[]): bigint {
  const first = fees.find((fee) => fee.account === account && fee.amount < 0n)
  return first === undefined ? 0n : -first.amount
}
