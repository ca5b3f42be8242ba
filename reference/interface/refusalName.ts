import { RuntimePanic } from "../numbers/runtimePanic.js"
import { Refusal } from "../state/refusal.js"

/**
 * The chain's name for what a rule threw: "panic" when the runtime would have panicked, "Pallet.Name" for a refusal,
 * undefined for anything else, which is a defect of the model.
 */
export function refusalName(thrown: unknown): string | undefined {
  if (thrown instanceof RuntimePanic) return "panic"
  if (thrown instanceof Refusal) return thrown.error
  return undefined
}
