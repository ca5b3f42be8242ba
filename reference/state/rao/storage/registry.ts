// Made from the metadata of spec_version 261 by `npm run declarations`; do not edit.

import { twoxAccountId } from "../../keyParts.js"
import { isOptional, StorageMap } from "../../storageItem.js"
import { registration } from "../namedTypes.js"

export const IdentityOf = new StorageMap("Registry", "IdentityOf", twoxAccountId, registration, isOptional)
