import { type Claim, readClaims } from "../../../harness/claims/readClaims.js"
import { type Content, clauseAddress } from "./content.js"
import { badge, code, link, markup, table } from "./markup.js"
import type { Page } from "./page.js"
import { prose } from "./prose.js"
import { vectorLink } from "./vectorLink.js"

const TONES = { holds: "fork", "holds with a condition": "soft", "does not hold": "odd" } as const

function claimSection(content: Content, claim: Claim): string {
  const numbers = claim.numbers.map(({ name, value, unit }) => [markup(name), markup(value), markup(unit)])
  return `## ${markup(claim.claim)} {#${claim.id}}

<p class="clause-line">${badge(claim.verdict, TONES[claim.verdict])}</p>

${prose(content, claim.answer)}

${table(`Numbers: ${claim.claim}`, ["by the model", "", ""], numbers, "claims")}

**Assumed.** ${prose(content, claim.assumes)}

<p class="line"><b>Clauses</b> ${claim.clauses.map((id) => link(clauseAddress(id), id)).join(", ")}</p>

<p class="line"><b>Run</b> ${code(claim.run)} <b>Vectors</b> ${claim.vectors.map((id) => vectorLink(content, id)).join(", ")}</p>`
}

/** What people say of the network beside what the rules do. */
export function claimsPage(content: Content): Page {
  const claims = readClaims()
  const rows = claims.map(({ id, claim, verdict }) => [link(`#${id}`, markup(claim)), badge(verdict, TONES[verdict])])
  return {
    path: "tables/claims.md",
    title: "Claims, checked",
    description: "What is said of the network, beside what the rules do",
    settings: { outline: [2, 2] },
    body: `# Claims, checked

What is said of the network, beside what the rules do. The numbers are the model's, from the run that each claim names; a test carries the
runs out again and compares.

${table("Claims", ["it is said", "by the rules it"], rows)}

${claims.map((claim) => claimSection(content, claim)).join("\n\n")}
`,
  }
}
