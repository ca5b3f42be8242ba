import { type CallHandler, serve } from "../../state/dispatch.js"
import { AdminUtilsCalls } from "../../state/rao/calls.js"
import { chainSetters } from "../chainSetters.js"
import { consensusSetters } from "../consensusSetters.js"
import { emissionSetters } from "../emissionSetters.js"
import { registrationSetters } from "../registrationSetters.js"
import { subnetSetters as newerSubnetSetters } from "../subnetSetters.js"
import { setSubnetOwnerHotkey } from "./ownerHotkey.js"
import { rootSetters } from "./rootSetters.js"
import { subnetSetters } from "./subnetSetters.js"

/** The calls of this chapter in fork `rao`: where a later list has a call of an earlier one, the later serves it. */
export const hyperparametersCalls: readonly CallHandler<unknown>[] = [
  ...chainSetters,
  ...consensusSetters,
  ...emissionSetters,
  ...registrationSetters,
  ...newerSubnetSetters,
  ...rootSetters,
  ...subnetSetters,
  serve(AdminUtilsCalls.sudo_set_subnet_owner_hotkey, (chain, origin, { netuid, hotkey }) =>
    setSubnetOwnerHotkey(chain, origin, netuid, hotkey),
  ),
]
