import { describe, expect, it } from "vitest"
import { blankChain } from "../state/blankChain.js"
import { netUid, taoBalance } from "../state/primitives.js"
import { SubnetProtocolFlow, SubnetTaoFlow } from "../state/storage/subtensorModule.js"
import {
  flowAfterInflow,
  flowAfterOutflow,
  recordProtocolInflow,
  recordProtocolOutflow,
  recordTaoInflow,
  recordTaoOutflow,
} from "./taoFlow.js"

const SUBNET = netUid(7)
const I64_MAX = 2n ** 63n - 1n
const I64_MIN = -(2n ** 63n)

describe("a subnet's flow of TAO", () => {
  it("counts users and the protocol apart", () => {
    const chain = blankChain()
    recordTaoInflow(chain, SUBNET, taoBalance(5n))
    recordTaoOutflow(chain, SUBNET, taoBalance(8n))
    recordProtocolInflow(chain, SUBNET, taoBalance(20n))
    recordProtocolOutflow(chain, SUBNET, taoBalance(1n))
    expect([SubnetTaoFlow.get(chain.state, SUBNET), SubnetProtocolFlow.get(chain.state, SUBNET)]).toEqual([-3n, 19n])
  })

  it("stops at the bounds of i64", () => {
    expect(flowAfterInflow(I64_MAX - 1n, taoBalance(5n))).toBe(I64_MAX)
    expect(flowAfterOutflow(I64_MIN + 1n, taoBalance(5n))).toBe(I64_MIN)
  })

  it("takes an amount of 2^63 rao and more for a negative one", () => {
    expect(flowAfterInflow(0n, taoBalance(2n ** 63n))).toBe(I64_MIN)
    expect(flowAfterInflow(0n, taoBalance(2n ** 64n - 1n))).toBe(-1n)
    expect(flowAfterOutflow(0n, taoBalance(2n ** 64n - 1n))).toBe(1n)
    expect(flowAfterOutflow(0n, taoBalance(2n ** 63n))).toBe(I64_MAX)
  })
})
