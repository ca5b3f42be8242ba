import { secp256k1 } from "@noble/curves/secp256k1.js"
import { keccak_256 } from "@noble/hashes/sha3.js"
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js"
import { ethereumMessageHash } from "../../../../reference/keys/ethereumSignature.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import type { AccountId } from "../../../../reference/state/primitives.js"
import { fromHex, type Hex, toHex, u64 } from "../../../../reference/state/scaleTypes.js"
import { AssociatedEvmAddress, Owner, Uids } from "../../../../reference/state/storage/subtensorModule.js"
import { miner1, validator1 } from "../accounts.js"
import { SUBNET, workingSubnet } from "../market.js"
import { all, argument, blockOn, by, callBy, inBlock, type Situation, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Suite, variant } from "../suite.js"

/** A key that Ethereum's tools use as an example. */
const SECRET = hexToBytes("4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318")
/** The address of the key. */
export const ADDRESS: Hex = "0x2c7536e3605d9c16a7a3d7b1898e529396a65c23"
export const OTHER_ADDRESS: Hex = `0x${"11".repeat(20)}`
const GROUP_ORDER = secp256k1.Point.Fn.ORDER
/** The block that is signed along with the hotkey. */
export const SIGNED_NUMBER = 5n

/** The recovery number, r and s of what the key signs for a hotkey. */
function signatureOf(
  hotkey: AccountId,
  hashOf: (message: Uint8Array) => Uint8Array,
): { readonly recovery: number; readonly r: bigint; readonly s: bigint } {
  const message = concatBytes(fromHex(hotkey), keccak_256(u64.encode(SIGNED_NUMBER)))
  const bytes = secp256k1.sign(hashOf(message), SECRET, { prehash: false, format: "recovered" })
  const { r, s } = secp256k1.Signature.fromBytes(bytes.subarray(1), "compact")
  return { recovery: bytes[0] ?? 0, r, s }
}

const scalar = (value: bigint) => value.toString(16).padStart(64, "0")
const bytesOf = (r: bigint, s: bigint, v: number) =>
  toHex(hexToBytes(`${scalar(r)}${scalar(s)}${v.toString(16).padStart(2, "0")}`))

/** The signature for a hotkey of the hash that a fork takes of the message. */
export function signatureFor(hotkey: AccountId, hashOf: (message: Uint8Array) => Uint8Array): Hex {
  const { recovery, r, s } = signatureOf(hotkey, hashOf)
  return bytesOf(r, s, 27 + recovery)
}

const { recovery, r, s } = signatureOf(validator1, ethereumMessageHash)
const ofMiner = signatureOf(miner1, ethereumMessageHash)

/** A neuron associates the address in the first block in which it may. */
function associating(): Situation {
  const call = callBy(signed(validator1), SubtensorModuleCalls.associate_evm_key, {
    netuid: SUBNET,
    evm_key: ADDRESS,
    block_number: SIGNED_NUMBER,
    signature: bytesOf(r, s, 27 + recovery),
  })
  return blockOn(workingSubnet(), [call], 7_200n)
}

const ordinary = accepted("for the first time", ["keys-70", "keys-71", "keys-72"], associating())

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }
const noOwner: BrokenRule = {
  name: "for a hotkey without an owner",
  change: stored((state) => Owner.remove(state, validator1)),
  error: "SubtensorModule.NonAssociatedColdKey",
  clauses: ["keys-70"],
}

/** The check before the call asks neurons about the time, and the call asks for the rest. */
const rules: readonly BrokenRule[] = [
  noSigner,
  {
    name: "for a hotkey that is no neuron",
    change: stored((state) => Uids.remove(state, SUBNET, validator1)),
    error: "SubtensorModule.HotKeyNotRegisteredInSubNet",
    clauses: ["keys-72"],
  },
  {
    name: "a block too soon",
    change: inBlock(7_199n),
    error: "SubtensorModule.EvmKeyAssociateRateLimitExceeded",
    clauses: ["keys-72"],
  },
  noOwner,
  {
    name: "with a recovery number above 3",
    change: argument("signature", bytesOf(r, s, 31)),
    error: "SubtensorModule.InvalidIdentity",
    clauses: ["keys-71"],
    excludesNext: true,
  },
  {
    name: "with s in the upper half",
    change: argument("signature", bytesOf(r, GROUP_ORDER - s, 27 + (1 - recovery))),
    error: "SubtensorModule.InvalidIdentity",
    clauses: ["keys-71"],
  },
  {
    name: "with s of zero",
    change: argument("signature", bytesOf(r, 0n, 27)),
    error: "SubtensorModule.InvalidIdentity",
    clauses: ["keys-71"],
  },
  {
    name: "with an r that no point has",
    change: argument("signature", bytesOf(5n, s, 27)),
    error: "SubtensorModule.InvalidIdentity",
    clauses: ["keys-71"],
  },
  {
    name: "of another address than the one that signed",
    change: argument("evm_key", OTHER_ADDRESS),
    error: "SubtensorModule.InvalidRecoveredPublicKey",
    clauses: ["keys-70"],
  },
  {
    name: "with a signature for another hotkey",
    change: argument("signature", bytesOf(ofMiner.r, ofMiner.s, 27 + ofMiner.recovery)),
    error: "SubtensorModule.InvalidRecoveredPublicKey",
    clauses: ["keys-70"],
  },
]

/** `associate_evm_key`, which no recording shows. */
export const associateEvmKeySuite: Suite = {
  chapter: "keys",
  name: "associate_evm_key",
  title: "associate_evm_key",
  scenarios: [
    ordinary,
    variant(ordinary, "with a recovery number that begins at zero", argument("signature", bytesOf(r, s, recovery))),
    variant(
      ordinary,
      "again, once the interval has passed",
      all(
        inBlock(14_400n),
        stored((state) => AssociatedEvmAddress.set(state, SUBNET, 1, [OTHER_ADDRESS, 7_200n])),
      ),
    ),
    ...refusals(ordinary, rules),
    both(ordinary, noSigner, noOwner),
  ],
}
