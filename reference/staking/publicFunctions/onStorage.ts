import { stateFunction } from "../../interface/stateFunction.js"
import {
  accountId,
  alphaBalance,
  bool,
  netUid,
  nothing,
  safeFloat,
  struct,
  taoBalance,
  vector,
} from "../../interface/valueTypes.js"
import { alphaEntriesOfPair } from "../alphaEntries.js"
import { buyAlpha, sellAlpha, transferStakedAlpha } from "../orders.js"

const staker = { coldkey: accountId, hotkey: accountId }

/** Rules of staking that work on storage, and that no call reaches by itself: limit orders, and lists of shares. */
export const stakingStorageFunctions = [
  stateFunction({
    name: "staking.buyAlpha",
    clauses: ["staking-40"],
    parameters: { ...staker, netuid: netUid, tao: taoBalance, limitPrice: taoBalance, validate: bool },
    result: alphaBalance,
    run: (chain, { limitPrice, validate, ...order }) => buyAlpha(chain, order, limitPrice, validate),
  }),
  stateFunction({
    name: "staking.sellAlpha",
    clauses: ["staking-41"],
    parameters: { ...staker, netuid: netUid, alpha: alphaBalance, limitPrice: taoBalance, validate: bool },
    result: taoBalance,
    run: (chain, { limitPrice, validate, ...order }) => sellAlpha(chain, order, limitPrice, validate),
  }),
  stateFunction({
    name: "staking.transferStakedAlpha",
    clauses: ["staking-42"],
    parameters: {
      ...staker,
      netuid: netUid,
      alpha: alphaBalance,
      receiver: struct(staker),
      checked: struct({ sender: bool, receiver: bool }),
    },
    result: nothing,
    run: (chain, { receiver, checked, ...sent }) => transferStakedAlpha(chain, sent, receiver, checked),
  }),
  stateFunction({
    name: "staking.alphaEntriesOfPair",
    clauses: ["staking-11"],
    parameters: staker,
    result: vector(struct({ ...staker, netuid: netUid, share: safeFloat })),
    run: (chain, { hotkey, coldkey }) => alphaEntriesOfPair(chain, hotkey, coldkey),
  }),
]
