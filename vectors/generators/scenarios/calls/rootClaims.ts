import { I96F32 } from "../../../../reference/numbers/formats.js"
import type { ClaimType } from "../../../../reference/root/rootClaim.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { ROOT } from "../../../../reference/state/primitives.js"
import {
  RootClaimable,
  RootClaimableThreshold,
  RootClaimed,
  RootClaimType,
  StakingColdkeys,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, carol, owner, stranger, validator1 } from "../accounts.js"
import { alpha } from "../amounts.js"
import { market, OTHER, SUBNET } from "../market.js"
import { all, argument, blockOn, by, type Change, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"

const CLAIM = ["root-11", "root-06", "root-04", "root-03"]

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const typeIs = (type: ClaimType): Change => stored((state) => RootClaimType.set(state, alice, type))

const KEEP_ON_ONE: ClaimType = { type: "KeepSubnets", value: { subnets: [SUBNET] } }

/** Alice, with 30 TAO on root, is owed 7.5 alpha of subnet 1 and 15 of subnet 2. */
const claims = () =>
  market()
    .stake(ROOT, validator1, alice, alpha(30))
    .store((state) =>
      RootClaimable.set(state, validator1, [
        [SUBNET, I96F32.fromBits(I96F32.ONE / 4n)],
        [OTHER, I96F32.fromBits(I96F32.ONE / 2n)],
      ]),
    )

const sold = accepted(
  "of one subnet, sold",
  [...CLAIM, "root-05", "root-08"],
  blockOn(claims(), [callBy(signed(alice), SubtensorModuleCalls.claim_root, { subnets: [SUBNET] })]),
)

const both = argument("subnets", ["1", "2"])

/** `claim_root`. */
export const claimRootSuite: Suite = {
  chapter: "root",
  name: "claim_root",
  title: "claim_root",
  scenarios: [
    sold,
    variant(sold, "of both subnets, sold", both, [...CLAIM, "root-05"]),
    variant(sold, "of one subnet, kept", typeIs({ type: "Keep", value: undefined }), CLAIM),
    variant(sold, "of both, kept on one of them", all(both, typeIs(KEEP_ON_ONE)), [...CLAIM, "root-05"]),
    variant(sold, "of subnets that are not there, and of root", argument("subnets", ["0", "9"]), CLAIM),
    variant(
      sold,
      "less than the threshold",
      stored((state) => RootClaimableThreshold.set(state, SUBNET, I96F32.fromInteger(7_500_000_001n))),
      CLAIM,
    ),
    variant(
      sold,
      "just the threshold",
      stored((state) => RootClaimableThreshold.set(state, SUBNET, I96F32.fromInteger(7_500_000_000n))),
      CLAIM,
    ),
    variant(
      sold,
      "after more was claimed than is owed",
      stored((state) => RootClaimed.set(state, SUBNET, validator1, alice, alpha(8))),
      ["root-03", "root-04"],
    ),
    variant(
      sold,
      "by somebody who has a number already",
      stored((state) => StakingColdkeys.set(state, alice, 3n)),
      ["root-08", "root-11"],
    ),
    variant(sold, "by somebody without stake on root", by(signed(stranger)), ["root-11", "root-08"]),
    variant(sold, "of five subnets, one of them twice", argument("subnets", ["1", "2", "3", "4", "5", "5"]), CLAIM),
    ...refusals(sold, [
      noSigner,
      { name: "of no subnet", change: argument("subnets", []), error: "SubtensorModule.InvalidSubnetNumber" },
    ]),
    ...refusals(sold, [
      {
        name: "of six subnets",
        change: argument("subnets", ["1", "2", "3", "4", "5", "6"]),
        error: "SubtensorModule.InvalidSubnetNumber",
      },
    ]),
  ],
}

const keepOnOne = accepted(
  "to keep on one subnet",
  ["root-12", "root-08"],
  blockOn(claims(), [
    callBy(signed(alice), SubtensorModuleCalls.set_root_claim_type, { new_root_claim_type: KEEP_ON_ONE }),
  ]),
)

const asked = (type: string, value: { subnets: string[] } | null) => argument("new_root_claim_type", { [type]: value })

/** `set_root_claim_type`. */
export const setRootClaimTypeSuite: Suite = {
  chapter: "root",
  name: "set_root_claim_type",
  title: "set_root_claim_type",
  scenarios: [
    keepOnOne,
    variant(keepOnOne, "to sell", all(typeIs(KEEP_ON_ONE), asked("Swap", null))),
    variant(keepOnOne, "to keep", asked("Keep", null)),
    variant(keepOnOne, "to keep on subnets in any order", asked("KeepSubnets", { subnets: ["256", "2", "1", "2"] })),
    ...refusals(keepOnOne, [
      noSigner,
      {
        name: "to keep on no subnet",
        change: asked("KeepSubnets", { subnets: [] }),
        error: "SubtensorModule.InvalidSubnetNumber",
      },
    ]),
  ],
}

const most = accepted(
  "as many as can be",
  ["root-13"],
  blockOn(claims(), [callBy("root", SubtensorModuleCalls.sudo_set_num_root_claims, { new_value: 50n })]),
)

/** `sudo_set_num_root_claims`. */
export const setNumRootClaimsSuite: Suite = {
  chapter: "root",
  name: "sudo_set_num_root_claims",
  title: "sudo_set_num_root_claims",
  scenarios: [
    most,
    variant(most, "none", argument("new_value", "0")),
    ...refusals(most, [
      { name: "by a signer", change: by(signed(alice)), error: "BadOrigin" },
      { name: "one too many", change: argument("new_value", "51"), error: "SubtensorModule.InvalidNumRootClaim" },
    ]),
  ],
}

const highest = accepted(
  "the highest",
  ["root-14", "hyperparameters-01"],
  blockOn(claims(), [
    callBy(signed(owner), SubtensorModuleCalls.sudo_set_root_claim_threshold, {
      netuid: SUBNET,
      new_value: 10_000_000n,
    }),
  ]),
)

/** `sudo_set_root_claim_threshold`. */
export const setRootClaimThresholdSuite: Suite = {
  chapter: "root",
  name: "sudo_set_root_claim_threshold",
  title: "sudo_set_root_claim_threshold",
  scenarios: [
    highest,
    variant(highest, "none", argument("new_value", "0")),
    variant(highest, "of a subnet that is not there, by root", all(by("root"), argument("netuid", "9"))),
    ...refusals(highest, [
      { name: "by somebody who does not own the subnet", change: by(signed(carol)), error: "BadOrigin" },
      {
        name: "one too high",
        change: argument("new_value", "10000001"),
        error: "SubtensorModule.InvalidRootClaimThreshold",
      },
    ]),
  ],
}
