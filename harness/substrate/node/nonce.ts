import { isJsonObject } from "../../../reference/interface/valueType.js"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import type { ChainCoding } from "../coding/chainCoding.js"
import type { Snapshot } from "./snapshot.js"

/** The number of extrinsics that an account has signed so far. */
export function nonceOf(coding: ChainCoding, snapshot: Snapshot, account: Hex): number {
  const item = coding.storage.required("System.Account")
  const bytes = snapshot.get(item.rawKey([account], account))
  const json = bytes === undefined ? undefined : item.decodeValue(bytes)
  return isJsonObject(json) ? Number(json.nonce) : 0
}
