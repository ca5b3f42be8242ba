import { U64F64, U96F32 } from "../numbers/fixedFormat"
import { I64, U64 } from "../numbers/range"
import { Parameter } from "../protocol/parameters"
import { decimal, decimals } from "../protocol/results"
import { Rules } from "../protocol/rules"
import { blockEmissionForIssuance, mintable } from "./curve"
import { flowAfterInflow, flowAfterOutflow } from "./flow"
import { SubnetTerms, shares, subnetBlockEmissions } from "./shares"

function subnetsIn(input: Parameter): SubnetTerms[] {
  return input
    .field("subnets")
    .elements()
    .map<SubnetTerms>(
      (subnet) =>
        new SubnetTerms(
          subnet.field("movingPrice").of(U64F64),
          subnet.field("minerBurned").of(U96F32),
          subnet.field("emissionEnabled").bool(),
        ),
    )
}

/** Adds the functions of chapter emission. */
export function addEmission(rules: Rules): void {
  rules.set("emission.blockEmissionForIssuance", (input) =>
    decimal(blockEmissionForIssuance(input.field("issuance").of(U64))),
  )
  rules.set("emission.mintable", (input) =>
    decimal(mintable(input.field("amount").of(U64), input.field("issuance").of(U64))),
  )
  rules.set("emission.shares", (input) => decimals(shares(subnetsIn(input))))
  rules.set("emission.subnetBlockEmissions", (input) =>
    decimals(subnetBlockEmissions(input.field("blockEmission").of(U96F32), subnetsIn(input))),
  )
  rules.set("emission.flowAfterInflow", (input) =>
    decimal(flowAfterInflow(input.field("flow").of(I64), input.field("tao").of(U64))),
  )
  rules.set("emission.flowAfterOutflow", (input) =>
    decimal(flowAfterOutflow(input.field("flow").of(I64), input.field("tao").of(U64))),
  )
}
