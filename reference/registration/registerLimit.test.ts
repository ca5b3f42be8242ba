import { describe, expect, it } from "vitest"
import { accountOf } from "../state/blankChain.js"
import { ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { netUid, ROOT, taoBalance } from "../state/primitives.js"
import { Burn, NetworkRegistrationAllowed } from "../state/storage/subtensorModule.js"
import { SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { registerLimit } from "./registerLimit.js"

const COLDKEY = accountOf(0xc0)
const HOTKEY = accountOf(0xd0)

describe("registering with a limit", () => {
  const chain = smallSubnet(1)
  Burn.set(chain.state, SUBNET, taoBalance(100n))
  NetworkRegistrationAllowed.set(chain.state, SUBNET, false)
  const register =
    (limit: bigint, netuid = SUBNET, origin = signedBy(COLDKEY)) =>
    () =>
      registerLimit(chain, origin, netuid, HOTKEY, taoBalance(limit))

  it("is refused above it, before it is asked whether the subnet takes anybody", () => {
    expect(register(99n)).toThrow("RegistrationPriceLimitExceeded")
    expect(register(100n)).toThrow("SubNetRegistrationDisabled")
  })

  it("asks first for a signature, a subnet that is not root, and one that is there", () => {
    expect(register(0n, ROOT, ROOT_ORIGIN)).toThrow("BadOrigin")
    expect(register(0n, ROOT)).toThrow("RegistrationNotPermittedOnRootSubnet")
    expect(register(0n, netUid(9))).toThrow("SubnetNotExists")
  })
})
