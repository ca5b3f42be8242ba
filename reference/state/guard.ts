import type { CallDeclaration, RuntimeCall } from "./call.js"
import type { Chain } from "./chain.js"
import type { DispatchGuard } from "./dispatch.js"
import type { AccountId } from "./primitives.js"

/** Whether a call is of a kind; if so its arguments are of that kind's type. */
export function isCallOf<Arguments>(
  call: RuntimeCall,
  declaration: CallDeclaration<Arguments>,
): call is RuntimeCall & { readonly arguments: Arguments } {
  return call.declaration.name === declaration.name && call.declaration.pallet === declaration.pallet
}

/** A guard of every call that an account signs. */
export function guardSigner(check: (chain: Chain, signer: AccountId, call: RuntimeCall) => void): DispatchGuard {
  return (chain, origin, call) => {
    if (origin.kind === "signed") check(chain, origin.account, call)
  }
}

/** A guard of one kind of call that an account signs; every other call passes. */
export function guardCall<Arguments>(
  declaration: CallDeclaration<Arguments>,
  check: (chain: Chain, signer: AccountId, values: Arguments) => void,
): DispatchGuard {
  return guardSigner((chain, signer, call) => {
    if (isCallOf(call, declaration)) check(chain, signer, call.arguments)
  })
}
