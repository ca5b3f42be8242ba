/**
 * The error that ends the call being answered; empty while there is none. WebAssembly made from AssemblyScript has no
 * exceptions: a rule that refuses or panics says so here, gives any value and the caller discards it.
 */
let error = ""

/** Forgets the error of the last call. */
export function forgetRefusal(): void {
  error = ""
}

/** The first refusal of this call; empty if there was none. */
export function refusalOfCall(): string {
  return error
}

/** Refuses with the chain's name of an error. */
export function refuse(name: string): void {
  if (error == "") error = name
}

/** The runtime would panic here. */
export function panic(): void {
  refuse("panic")
}
