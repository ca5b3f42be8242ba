import { publicFunction } from "../../interface/publicFunction.js"
import { alphaBalance, bool, fixed, netUid, struct, taoBalance, u16, u32, u64 } from "../../interface/valueTypes.js"
import { U96F32 } from "../../numbers/formats.js"
import { blocksUntilNextEpoch } from "./epochSchedule.js"
import { participantShares } from "./participants.js"
import { subnetTerms } from "./subnetTerms.js"

const forks = ["rao"]
const amount = fixed(U96F32)

/** The rules by which constant-product pools and their subnets get emission that vectors call by name. */
export const raoCoinbaseFunctions = [
  publicFunction({
    name: "coinbase.rao.subnetTerms",
    clauses: ["coinbase-32"],
    forks,
    parameters: {
      blockEmission: taoBalance,
      movingPrice: amount,
      totalMovingPrices: amount,
      price: amount,
      alphaEmission: u64,
      isOpen: bool,
    },
    result: struct({ taoIn: amount, alphaIn: amount, alphaOut: amount }),
    run: subnetTerms,
  }),
  publicFunction({
    name: "coinbase.rao.participantShares",
    clauses: ["coinbase-34"],
    forks,
    parameters: { alphaOut: amount, ownerCut: amount, rootProportion: amount },
    result: struct({ ownerCut: alphaBalance, root: alphaBalance, pending: alphaBalance }),
    run: ({ alphaOut, ownerCut, rootProportion }) => participantShares(alphaOut, ownerCut, rootProportion),
  }),
  publicFunction({
    name: "coinbase.rao.blocksUntilNextEpoch",
    clauses: ["coinbase-41"],
    forks,
    parameters: { netuid: netUid, tempo: u16, blockNumber: u32 },
    result: u64,
    run: ({ netuid, tempo, blockNumber }) => blocksUntilNextEpoch(netuid, tempo, BigInt(blockNumber)),
  }),
]
