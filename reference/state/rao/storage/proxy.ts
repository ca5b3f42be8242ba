// Made from the metadata of spec_version 261 by `npm run declarations`; do not edit.

import { twoxAccountId } from "../../keyParts.js"
import { tuple, u64, vector } from "../../scaleTypes.js"
import { defaultsTo, StorageMap } from "../../storageItem.js"
import { proxyDefinition } from "../namedTypes.js"

export const Proxies = new StorageMap(
  "Proxy",
  "Proxies",
  twoxAccountId,
  tuple(vector(proxyDefinition), u64),
  defaultsTo(tuple(vector(proxyDefinition), u64), "0x000000000000000000"),
)
