import { batch, batchAll, forceBatch, ifElse } from "./batch.js"
import { asDerivative, dispatchAs, dispatchAsFallible, withWeight } from "./callAs.js"
import { UtilityCalls } from "./calls.js"
import { type CallHandler, serve } from "./dispatch.js"

/** The calls of pallet Utility: calls that carry other calls. */
export const utilityCalls: readonly CallHandler<unknown>[] = [
  serve(UtilityCalls.batch, (chain, origin, { calls }) => batch(chain, origin, calls)),
  serve(UtilityCalls.batch_all, (chain, origin, { calls }) => batchAll(chain, origin, calls)),
  serve(UtilityCalls.force_batch, (chain, origin, { calls }) => forceBatch(chain, origin, calls)),
  serve(UtilityCalls.if_else, (chain, origin, { main, fallback }) => ifElse(chain, origin, main, fallback)),
  serve(UtilityCalls.as_derivative, (chain, origin, { index, call }) => asDerivative(chain, origin, index, call)),
  serve(UtilityCalls.dispatch_as, (chain, origin, { as_origin, call }) => dispatchAs(chain, origin, as_origin, call)),
  serve(UtilityCalls.dispatch_as_fallible, (chain, origin, { as_origin, call }) =>
    dispatchAsFallible(chain, origin, as_origin, call),
  ),
  serve(UtilityCalls.with_weight, (chain, origin, { call }) => withWeight(chain, origin, call)),
]
