// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import { twoxAccountId } from "../keyParts.js"
import { announcement, proxyDefinition, result } from "../namedTypes.js"
import { tuple, u64, unit, vector } from "../scaleTypes.js"
import { defaultsTo, isOptional, StorageDoubleMap, StorageMap } from "../storageItem.js"

export const Proxies = new StorageMap(
  "Proxy",
  "Proxies",
  twoxAccountId,
  tuple(vector(proxyDefinition), u64),
  defaultsTo(tuple(vector(proxyDefinition), u64), "0x000000000000000000"),
)
export const Announcements = new StorageMap(
  "Proxy",
  "Announcements",
  twoxAccountId,
  tuple(vector(announcement), u64),
  defaultsTo(tuple(vector(announcement), u64), "0x000000000000000000"),
)
export const LastCallResult = new StorageMap("Proxy", "LastCallResult", twoxAccountId, result, isOptional)
export const RealPaysFee = new StorageDoubleMap("Proxy", "RealPaysFee", twoxAccountId, twoxAccountId, unit, isOptional)
