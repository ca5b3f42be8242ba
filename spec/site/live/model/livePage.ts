import type { AddressCodec } from "../address/addressCodec.js"
import { liveFunctions } from "./liveFunctions.js"
import { Model, Refused, type Step } from "./model.js"

/** What the model made of a case, or why it made nothing of it. */
export type Outcome<View> =
  | { readonly view: View; readonly steps: readonly Step[] }
  | { readonly refusal: string; readonly steps: readonly Step[] }

/** The computation behind a page, from the query of its address to what the page shows. */
export interface LivePage<View> {
  readonly compute: (query: string) => Outcome<View>
}

/** A page's computation. A refusal of a rule is an outcome. */
export function livePage<Case, View>(
  codec: AddressCodec<Case>,
  view: (shown: Case, model: Model) => View,
): LivePage<View> {
  return {
    compute(query) {
      const model = new Model(liveFunctions)
      try {
        return { view: view(codec.decode(query), model), steps: model.steps }
      } catch (thrown) {
        if (thrown instanceof Refused) return { refusal: thrown.message, steps: model.steps }
        throw thrown
      }
    },
  }
}
