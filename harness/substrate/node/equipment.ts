import { isJsonObject, type Json } from "../../../reference/interface/valueType.js"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { StorageChanges } from "../chainAccess.js"
import type { FeePayment } from "../coding/enclosedCall.js"
import type { Carriage, SigningChain } from "./signing.js"
import type { Snapshot } from "./snapshot.js"

/** What the sudo account is given for the fees that it pays and gets back, in rao. */
const FEE_MONEY = 1_000_000_000_000_000n

/** What must be in storage so that the sudo key can carry calls, whatever the state is that they are to meet. */
export interface Equipment {
  readonly changes: StorageChanges
  readonly gifts: readonly FeePayment[]
}

/** Nothing at all. */
export const NO_EQUIPMENT: Equipment = { changes: new Map(), gifts: [] }

function endowed(account: Json): Json {
  const { data, providers } = isJsonObject(account) ? account : {}
  if (!isJsonObject(account) || !isJsonObject(data)) throw new RangeError("the chain's accounts are of an unknown form")
  const free = BigInt(String(data.free)) + FEE_MONEY
  return { ...account, providers: providers === "0" ? "1" : String(providers), data: { ...data, free: String(free) } }
}

/** The equipment that calls need: none for those that the callers sign themselves. */
export function equipmentFor(chain: SigningChain, start: Snapshot, calls: readonly Carriage[]): Equipment {
  const { coding, sudoAccount } = chain
  if (sudoAccount === undefined || !calls.some(({ signer }) => signer === sudoAccount)) return NO_EQUIPMENT
  const accounts = coding.storage.required("System.Account")
  const account = accounts.rawKey([sudoAccount], sudoAccount)
  const before = accounts.decodeValue(start.get(account) ?? accounts.defaultBytes ?? "0x")
  const changes: [Hex, Hex][] = [
    [coding.storage.required("Sudo.Key").prefix, sudoAccount],
    [account, accounts.encodeValue(endowed(before), sudoAccount)],
  ]
  return { changes: new Map(changes), gifts: [{ account: sudoAccount, amount: FEE_MONEY }] }
}
