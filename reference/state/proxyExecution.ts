import { blake2b } from "@noble/hashes/blake2.js"
import { U32 } from "../numbers/integers.js"
import type { RuntimeCall } from "./call.js"
import type { Chain } from "./chain.js"
import { dispatch } from "./dispatch.js"
import { dispatchResultOf } from "./dispatchError.js"
import { ProxyEvents } from "./events.js"
import { signedBy, withFilter } from "./origin.js"
import { type AccountId, hash } from "./primitives.js"
import { findProxy, type ProxyDefinition, type ProxyType } from "./proxies.js"
import { editAnnouncements } from "./proxyAnnouncements.js"
import { proxyFilter } from "./proxyFilters.js"
import { attempt, ensure, refuse } from "./refusal.js"
import { toHex } from "./scaleTypes.js"
import { LastCallResult } from "./storage/proxy.js"

/**
 * Makes a call for an account at once, by a proxy without delay.
 *
 * @throws Proxy.NotProxy, Proxy.Unannounced
 * @clause state-51
 * @source pallets/proxy/src/lib.rs:240
 */
export function callByProxy(
  chain: Chain,
  delegate: AccountId,
  real: AccountId,
  type: ProxyType | undefined,
  call: RuntimeCall,
): void {
  const proxy = findProxy(chain, real, delegate, type)
  ensure(proxy.delay === 0, "Proxy.Unannounced")
  callFor(chain, real, proxy, call)
}

/**
 * Makes a call for an account that a proxy announced at least its delay ago. Anybody may ask for it.
 *
 * @throws Proxy.NotProxy, Proxy.Unannounced
 * @clause state-53
 * @source pallets/proxy/src/lib.rs:549
 */
export function callAnnounced(
  chain: Chain,
  delegate: AccountId,
  real: AccountId,
  type: ProxyType | undefined,
  call: RuntimeCall,
): void {
  const proxy = findProxy(chain, real, delegate, type)
  const callHash = hash(toHex(blake2b(chain.fork.runtime.runtimeCall.encode(call), { dkLen: 32 })))
  const now = Number(chain.blockNumber)
  const isDue = (height: number) => U32.saturatingSub<number>(now, height) >= proxy.delay
  const edited = attempt(() =>
    editAnnouncements(
      chain,
      delegate,
      (announced) => announced.real === real && announced.call_hash === callHash && isDue(announced.height),
    ),
  )
  if (!edited.ok) throw refuse("Proxy.Unannounced")
  callFor(chain, real, proxy, call)
}

/**
 * Makes a call for an account with the filter of the proxy alone, and keeps and tells what came of it. It succeeds even
 * if the call is refused.
 *
 * @clause state-51
 * @source pallets/proxy/src/lib.rs:1100
 */
function callFor(chain: Chain, real: AccountId, proxy: ProxyDefinition, call: RuntimeCall): void {
  const origin = withFilter(signedBy(real), proxyFilter(proxy))
  const result = dispatchResultOf(
    chain,
    attempt(() => dispatch(chain, origin, call)),
  )
  LastCallResult.set(chain.state, real, result)
  chain.deposit(ProxyEvents.ProxyExecuted, { result })
}

/**
 * Forgets what came of the calls by proxy, at the end of the block.
 *
 * @clause state-51
 * @source pallets/proxy/src/lib.rs:802
 */
export function forgetCallResults({ state }: Chain): void {
  LastCallResult.clear(state)
}
