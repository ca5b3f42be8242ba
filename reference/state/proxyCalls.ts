import { lookUpAccount } from "./accountLookup.js"
import { ProxyCalls } from "./calls.js"
import { type CallHandler, serve } from "./dispatch.js"
import { ensureSigned } from "./origin.js"
import { addProxy, removeProxies, removeProxy, setRealPaysFee } from "./proxies.js"
import { announce, pokeDeposits, withdrawAnnouncement } from "./proxyAnnouncements.js"
import { callAnnounced, callByProxy } from "./proxyExecution.js"
import { createPure, killPure } from "./pureProxies.js"

/** The calls of pallet Proxy. */
export const proxyCalls: readonly CallHandler<unknown>[] = [
  serve(ProxyCalls.proxy, (chain, origin, { real, force_proxy_type, call }) =>
    callByProxy(chain, ensureSigned(origin), lookUpAccount(real), force_proxy_type, call),
  ),
  serve(ProxyCalls.add_proxy, (chain, origin, { delegate, ...terms }) =>
    addProxy(chain, ensureSigned(origin), { delegate: lookUpAccount(delegate), ...terms }),
  ),
  serve(ProxyCalls.remove_proxy, (chain, origin, { delegate, ...terms }) =>
    removeProxy(chain, ensureSigned(origin), { delegate: lookUpAccount(delegate), ...terms }),
  ),
  serve(ProxyCalls.remove_proxies, (chain, origin) => removeProxies(chain, ensureSigned(origin))),
  serve(ProxyCalls.create_pure, (chain, origin, { proxy_type, delay, index }) =>
    createPure(chain, ensureSigned(origin), proxy_type, delay, index),
  ),
  serve(ProxyCalls.kill_pure, (chain, origin, { spawner, proxy_type, index, height, ext_index }) => {
    const who = ensureSigned(origin)
    killPure(chain, who, { spawner: lookUpAccount(spawner), type: proxy_type, index, height, extrinsic: ext_index })
  }),
  serve(ProxyCalls.announce, (chain, origin, { real, call_hash }) =>
    announce(chain, ensureSigned(origin), lookUpAccount(real), call_hash),
  ),
  serve(ProxyCalls.remove_announcement, (chain, origin, { real, call_hash }) =>
    withdrawAnnouncement(chain, ensureSigned(origin), lookUpAccount(real), call_hash),
  ),
  serve(ProxyCalls.reject_announcement, (chain, origin, { delegate, call_hash }) => {
    const real = ensureSigned(origin)
    withdrawAnnouncement(chain, lookUpAccount(delegate), real, call_hash)
  }),
  serve(ProxyCalls.proxy_announced, (chain, origin, { delegate, real, force_proxy_type, call }) => {
    ensureSigned(origin)
    callAnnounced(chain, lookUpAccount(delegate), lookUpAccount(real), force_proxy_type, call)
  }),
  serve(ProxyCalls.poke_deposit, (chain, origin) => pokeDeposits(chain, ensureSigned(origin))),
  serve(ProxyCalls.set_real_pays_fee, (chain, origin, { delegate, pays_fee }) =>
    setRealPaysFee(chain, ensureSigned(origin), lookUpAccount(delegate), pays_fee),
  ),
]
