import { stateFunction } from "../../interface/stateFunction.js"
import { accountId, netUid, nothing, taoBalance } from "../../interface/valueTypes.js"
import { takeAllFromColdkey } from "../rao/coldkeyTao.js"
import { recycleTao, transferAllTaoAndKill, transferTaoFromSubnet } from "../tao.js"

/** Rules of TAO that work on storage, and that no call reaches by itself. */
export const emissionStorageFunctions = [
  stateFunction({
    name: "emission.transferAllTaoAndKill",
    clauses: ["emission-05"],
    parameters: { from: accountId, to: accountId },
    result: nothing,
    run: (chain, { from, to }) => transferAllTaoAndKill(chain, from, to),
  }),
  stateFunction({
    name: "emission.transferTaoFromSubnet",
    clauses: ["emission-06"],
    parameters: { netuid: netUid, coldkey: accountId, amount: taoBalance },
    result: nothing,
    run: (chain, { netuid, coldkey, amount }) => transferTaoFromSubnet(chain, netuid, coldkey, amount),
  }),
  stateFunction({
    name: "emission.recycleTao",
    clauses: ["emission-07"],
    parameters: { coldkey: accountId, amount: taoBalance },
    result: nothing,
    run: (chain, { coldkey, amount }) => recycleTao(chain, coldkey, amount),
  }),
  stateFunction({
    name: "emission.rao.takeAllFromColdkey",
    fork: "rao",
    clauses: ["emission-24"],
    parameters: { coldkey: accountId, amount: taoBalance },
    result: taoBalance,
    run: (chain, { coldkey, amount }) => takeAllFromColdkey(chain, coldkey, amount),
  }),
]
