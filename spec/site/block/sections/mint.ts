import { halvingCurve } from "../drawings/halvingCurve.js"
import { tao } from "../quantities.js"
import type { Walk } from "../walk.js"

/** The block's TAO comes into the world. */
export function mintSection({ minted }: Walk): string {
  return `## 1. The mint {#mint}

${tao(minted.issuance)} have been issued. The curve of [emission-01](~/rules/emission.html#emission-01) gives what a block emits at that issuance: **${tao(minted.emission)}**. It is minted as a credit that
belongs to nobody yet ([emission-02](~/rules/emission.html#emission-02), [emission-03](~/rules/emission.html#emission-03)).

${halvingCurve(minted.issuance)}`
}
