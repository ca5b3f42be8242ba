import { SubtensorModuleCalls } from "../state/calls.js"
import { type CallHandler, serve } from "../state/dispatch.js"
import { setActivityCutoffFactor } from "./activityCutoffFactor.js"
import { chainSetters } from "./chainSetters.js"
import { consensusSetters } from "./consensusSetters.js"
import { emissionSetters } from "./emissionSetters.js"
import { registrationSetters } from "./registrationSetters.js"
import { subnetSetters } from "./subnetSetters.js"
import { setTempo } from "./tempo.js"
import { triggerEpoch } from "./triggerEpoch.js"

/** The calls that this chapter serves. */
export const hyperparametersCalls: readonly CallHandler<unknown>[] = [
  serve(SubtensorModuleCalls.set_tempo, (chain, origin, { netuid, tempo }) => setTempo(chain, origin, netuid, tempo)),
  serve(SubtensorModuleCalls.set_activity_cutoff_factor, (chain, origin, { netuid, factor_milli }) =>
    setActivityCutoffFactor(chain, origin, netuid, factor_milli),
  ),
  serve(SubtensorModuleCalls.trigger_epoch, (chain, origin, { netuid }) => triggerEpoch(chain, origin, netuid)),
  ...consensusSetters,
  ...emissionSetters,
  ...registrationSetters,
  ...subnetSetters,
  ...chainSetters,
]
