import type { MethodName, Methods } from "../protocol/messages.js"

/** What came of a request. */
export type Outcome<Result> =
  | { readonly kind: "answered"; readonly result: Result }
  /** The implementation does not cover what was asked. */
  | { readonly kind: "unsupported"; readonly reason: string }
  /** No answer of the protocol came: it died, hung, refused or said something malformed. */
  | { readonly kind: "broken"; readonly problem: string; readonly lost: boolean }

/** One running instance of an implementation. It takes one request at a time. */
export interface Implementation {
  /** Asks; never throws. After a loss (`lost`) the next request finds a fresh instance that remembers nothing. */
  request<M extends MethodName>(method: M, params: Methods[M]["params"]): Promise<Outcome<Methods[M]["result"]>>
  /** Ends it and all that it started. */
  close(): Promise<void>
}
