// Made from the metadata of spec_version 261 by `npm run declarations`; do not edit.

import { accountId, hash } from "../../chainTypes.js"
import { identityHash } from "../../keyParts.js"
import { u32, vector } from "../../scaleTypes.js"
import { defaultsTo, isOptional, StorageMap, StorageValue } from "../../storageItem.js"
import { votes } from "../namedTypes.js"
import { runtimeCall } from "../runtimeCall.js"

export const Proposals = new StorageValue("Triumvirate", "Proposals", vector(hash), defaultsTo(vector(hash), "0x00"))
export const ProposalOf = new StorageMap("Triumvirate", "ProposalOf", identityHash, runtimeCall, isOptional)
export const Voting = new StorageMap("Triumvirate", "Voting", identityHash, votes, isOptional)
export const ProposalCount = new StorageValue("Triumvirate", "ProposalCount", u32, defaultsTo(u32, "0x00000000"))
export const Members = new StorageValue(
  "Triumvirate",
  "Members",
  vector(accountId),
  defaultsTo(vector(accountId), "0x00"),
)
export const Prime = new StorageValue("Triumvirate", "Prime", accountId, isOptional)
