import type { Content } from "./content.js"
import { counted, link, markup } from "./markup.js"
import type { Page } from "./page.js"

function figure(value: number, noun: string): string {
  return `<div class="figure"><b>${counted(value)}</b><span>${noun}</span></div>`
}

function door(to: string, title: string, text: string, call: string): string {
  return `<a class="door" href="${to}"><h3>${title}</h3><p>${text}</p><span class="call">${call} →</span></a>`
}

function chapterList({ parts }: Content): string {
  const groups = parts.map(({ title, chapters }) => {
    const items = chapters.map(
      ({ chapter, title: name, clauses }) =>
        `<li>${link(`~/rules/${chapter}.html`, markup(name))} <small>${clauses.length}</small></li>`,
    )
    return `<div><h3>${title}</h3><ul>${items.join("")}</ul></div>`
  })
  return `<div class="chapter-list">${groups.join("")}</div>`
}

/** The page that one comes to first. */
export function startPage(content: Content, live: readonly Page[]): Page {
  const vectors = content.vectorFiles.flatMap((file) => file.vectors)
  const rounding = [...content.clauses.values()].reduce((total, { rounding: rows }) => total + (rows ?? []).length, 0)
  const quirks = [...content.clauses.values()].filter(({ quirk }) => quirk !== undefined).length
  const livePart =
    live.length === 0
      ? ""
      : `## Compute along\n\nThe model itself runs in the browser: change a number and watch the rule compute.\n\n<ul class="live-list">${live.map(({ path, title, description }) => `<li>${link(`~/${path.replace(/\.md$/, ".html")}`, markup(title))} ${markup(description)}</li>`).join("")}</ul>`
  return {
    path: "index.md",
    title: "Subtensor, specified",
    description: "The formal, executable specification of Subtensor, the chain behind Bittensor",
    settings: { sidebar: false, aside: false, pageClass: "start", titleTemplate: false },
    body: `<p class="eyebrow">The formal, executable specification</p>

# What Subtensor does, to the last bit

<p class="lead">Subtensor is the Substrate chain behind Bittensor: every twelve seconds it mints TAO, divides it between subnets,
and pays the people who mine and validate there. This site says by what rules, exactly. Each rule is a numbered clause in plain English;
each clause is carried out by a function of a model that gives the chain's own bits; and vectors show what comes out, many of them
recorded from the chain's own code.</p>

<div class="doors">${door("~/rules/index.html", "Read the rules", `${content.clauses.size} numbered clauses in ${content.chapters.length} chapters: formulas, units, order of checks, rounding, and the model's source beside them.`, "The chapters")}${door("~/test/guide.html", "Test an implementation", "From nothing to the first green vector in ten minutes, in any language that reads a line and writes a line.", "The guide")}${door("~/test/vectors.html", "Take vectors", `${counted(vectors.length)} golden vectors as JSON files with content hashes. No harness needed.`, "The files")}</div>

<div class="figures">${figure(content.clauses.size, "clauses")}${figure(vectors.length, "vectors")}${figure(vectors.filter(({ byChain }) => byChain).length, "given by the chain’s own code")}${figure(rounding, "places that round")}${figure(quirks, "quirks")}</div>

## New here?

[A block, step by step](~/block/index.html) follows one recorded block from the mint to a miner's stake, with the real numbers of
every step. It takes ten minutes, and every number names the clause that it comes from.

${livePart}

## The chapters

${chapterList(content)}

## Look it up

[Storage](~/tables/storage.html) · [calls](~/tables/calls.html) · [events](~/tables/events.html) · [errors](~/tables/errors.html) ·
[the rounding ledger](~/tables/rounding.html) · [quirks](~/tables/quirks.html) · [forks](~/rules/forks.html) ·
[coverage](~/test/coverage.html) · [the last conformance report](~/test/report.html)
`,
  }
}
