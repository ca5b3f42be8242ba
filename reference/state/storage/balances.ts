// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { taoBalance } from "../chainTypes.js"
import { blake2AccountId } from "../keyParts.js"
import { accountData, balanceLock, frameSupportIdAmount, idAmount, reserveData } from "../namedTypes.js"
import { u64, vector } from "../scaleTypes.js"
import { defaultsTo, StorageMap, StorageValue } from "../storageItem.js"

export const TotalIssuance = new StorageValue(
  "Balances",
  "TotalIssuance",
  taoBalance,
  defaultsTo(taoBalance, "0x0000000000000000"),
)
export const InactiveIssuance = new StorageValue(
  "Balances",
  "InactiveIssuance",
  u64,
  defaultsTo(u64, "0x0000000000000000"),
)
export const Account = new StorageMap(
  "Balances",
  "Account",
  blake2AccountId,
  accountData,
  defaultsTo(accountData, "0x00000000000000000000000000000000000000000000000000000000000000000000000000000080"),
)
export const Locks = new StorageMap(
  "Balances",
  "Locks",
  blake2AccountId,
  vector(balanceLock),
  defaultsTo(vector(balanceLock), "0x00"),
)
export const Reserves = new StorageMap(
  "Balances",
  "Reserves",
  blake2AccountId,
  vector(reserveData),
  defaultsTo(vector(reserveData), "0x00"),
)
export const Holds = new StorageMap(
  "Balances",
  "Holds",
  blake2AccountId,
  vector(idAmount),
  defaultsTo(vector(idAmount), "0x00"),
)
export const Freezes = new StorageMap(
  "Balances",
  "Freezes",
  blake2AccountId,
  vector(frameSupportIdAmount),
  defaultsTo(vector(frameSupportIdAmount), "0x00"),
)
