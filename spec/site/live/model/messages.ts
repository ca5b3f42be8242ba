import type { Outcome } from "./livePage.js"
import type { PageName } from "./livePages.js"

/** A case for the model to compute. */
export interface WorkerRequest {
  readonly id: number
  readonly page: PageName
  /** The case as the address has it. */
  readonly query: string
}

/** What came of it. A defect is a fault of the page, not of the case. */
export type WorkerReply =
  | { readonly id: number; readonly outcome: Outcome<unknown> }
  | { readonly id: number; readonly defect: string }
