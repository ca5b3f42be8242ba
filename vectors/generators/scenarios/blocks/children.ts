import type { State } from "../../../../reference/state/state.js"
import {
  ChildKeys,
  Keys,
  LastEpochBlock,
  ParentKeys,
  PendingChildKeys,
  SubtokenEnabled,
} from "../../../../reference/state/storage/subtensorModule.js"
import { carol, miner1, miner2, validator1, validator2 } from "../accounts.js"
import { alpha, tao } from "../amounts.js"
import { SUBNET } from "../market.js"
import { Network } from "../network.js"
import { inBlock } from "../situation.js"
import type { Suite } from "../suite.js"
import { blockStepOn, blockSteps, where } from "./blockStep.js"

const WHOLE = (1n << 64n) - 1n

/** A subnet with an epoch in block 1,000, and children that may be set from then on. */
function waiting(): Network {
  return new Network()
    .hotkey(miner1, carol)
    .subnet(SUBNET, { taoReserve: tao(10), alphaReserve: alpha(20), tempo: 100 })
    .neuron(SUBNET, miner1, false)
    .store((state) => {
      LastEpochBlock.set(state, SUBNET, 900n)
      PendingChildKeys.set(state, SUBNET, validator1, [
        [
          [5n, miner2],
          [7n, miner1],
        ],
        999n,
      ])
    })
}

const before = (state: State) => {
  ChildKeys.set(state, validator1, SUBNET, [
    [1n, miner1],
    [2n, validator2],
  ])
  ParentKeys.set(state, miner1, SUBNET, [
    [1n, validator1],
    [9n, validator2],
  ])
  ParentKeys.set(state, validator2, SUBNET, [[2n, validator1]])
}

/** Block steps that set pending children. */
export const childrenSuite: Suite = {
  chapter: "children",
  name: "block-step-children",
  title: "Setting pending children",
  scenarios: blockSteps(
    "two where there were none",
    ["children-01", "children-02", "children-03"],
    blockStepOn(waiting()),
    [
      ["in a block without an epoch", ["children-03"], inBlock(999n)],
      where("in a block that skips the epoch", ["children-03", "coinbase-12"], (state) =>
        Keys.set(state, SUBNET, 1, miner1),
      ),
      where("whose cooldown ends in this block", ["children-03"], (state) =>
        PendingChildKeys.set(state, SUBNET, validator1, [[[5n, miner2]], 1_000n]),
      ),
      where("at once on a subnet that was not started", ["children-03"], (state) => {
        SubtokenEnabled.set(state, SUBNET, false)
        PendingChildKeys.set(state, SUBNET, validator1, [[[5n, miner2]], 9_000n])
      }),
      where("of which one was there and one goes", ["children-02"], before),
      where("none in place of two", ["children-02"], (state) => {
        before(state)
        PendingChildKeys.set(state, SUBNET, validator1, [[], 999n])
      }),
      where("of a hotkey that has parents", ["children-02"], (state) => {
        ParentKeys.set(state, validator1, SUBNET, [[9n, validator2]])
        ChildKeys.set(state, validator2, SUBNET, [[8n, validator1]])
      }),
      where("the hotkey itself among them, and one twice", ["children-01"], (state) =>
        PendingChildKeys.set(state, SUBNET, validator1, [
          [
            [5n, validator1],
            [6n, miner2],
            [7n, miner2],
          ],
          999n,
        ]),
      ),
      where("one of which is a parent, so that none is set", ["children-01", "children-03"], (state) =>
        ParentKeys.set(state, validator1, SUBNET, [[9n, miner1]]),
      ),
      where("more than the whole, so that none is set", ["children-01", "children-03"], (state) =>
        PendingChildKeys.set(state, SUBNET, validator1, [
          [
            [WHOLE, miner1],
            [1n, miner2],
          ],
          999n,
        ]),
      ),
      where("just the whole", ["children-01"], (state) =>
        PendingChildKeys.set(state, SUBNET, validator1, [
          [
            [WHOLE - 1n, miner1],
            [1n, miner2],
          ],
          999n,
        ]),
      ),
    ],
  ),
}
