import type { Content } from "./content.js"
import { counted, details, markup, plural, table } from "./markup.js"
import type { Page } from "./page.js"
import { vectorAddress } from "./vectorLink.js"
import type { VectorFile } from "./vectorShelf.js"

const LISTED = 400

function fileRow({ path, vectors, sha256 }: VectorFile): readonly string[] {
  return [
    `<a href="${vectorAddress(path)}" target="_blank" rel="noopener">${markup(path.slice(path.indexOf("/", path.indexOf("/") + 1) + 1))}</a>`,
    counted(vectors.length),
    counted(vectors.filter(({ byChain }) => byChain).length),
    `<code title="${sha256}">${sha256.slice(0, 12)}</code>`,
  ]
}

function chapterSection(fork: string, chapter: string, files: readonly VectorFile[]): string {
  const vectors = files.reduce((total, file) => total + file.vectors.length, 0)
  const head = ["file", "vectors", "by the chain", "sha256"]
  const box = details(
    `${plural(files.length, "file")}, ${plural(vectors, "vector")}`,
    table(`Files of ${fork}, ${chapter}`, head, files.slice(0, LISTED).map(fileRow), "numbers-right"),
    "vectors-of",
  )
  return `### ${chapter} {#${fork}-${chapter}}\n\n${box}`
}

function forkSection(fork: string, files: readonly VectorFile[]): string {
  const chapters = [...new Set(files.map(({ chapter }) => chapter))]
  const sections = chapters.map((chapter) =>
    chapterSection(
      fork,
      chapter,
      files.filter((file) => file.chapter === chapter),
    ),
  )
  return `## Fork ${fork} {#${fork}}\n\n${sections.join("\n\n")}`
}

/** Where to take the vectors from, and how they are made. */
export function vectorsPage({ vectorFiles }: Content): Page {
  const forks = [...new Set(vectorFiles.map(({ fork }) => fork))]
  const vectors = vectorFiles.flatMap((file) => file.vectors)
  const ofKind = (kind: string) => counted(vectors.filter((vector) => vector.kind === kind).length)
  return {
    path: "test/vectors.md",
    title: "Take vectors",
    description: "Golden vectors to download, with their hashes",
    settings: { outline: [2, 3] },
    body: `# Take vectors

${plural(vectors.length, "golden vector")} in ${plural(vectorFiles.length, "file")}: what the rules give, as JSON that any language reads. This site carries them all;
<a href="~/golden/index.json" target="_blank" rel="noopener">index.json</a> lists the files with their content hashes, and
<a href="~/golden/vector.schema.json" target="_blank" rel="noopener">vector.schema.json</a> is their schema.

| kind | how many | what it is |
| ---- | -------: | ---------- |
| function | ${ofKind("function")} | input and result of one function: a swap, a median, a halving |
| transition | ${ofKind("transition")} | a state, one block with its steps, and what each step gave: result, events, storage changes |
| trace | ${ofKind("trace")} | a state and many blocks |

**Numbers.** Every integer is a decimal string. A fixed-point number is its raw bits as a decimal string: one half as I32F32 is
\`"2147483648"\`. Bytes, accounts and hashes are lower-case hexadecimal with \`0x\`.

**Files.** \`golden/<fork>/<chapter>/<name>.json\` is \`{format, fork, chapter, vectors: […]}\`. Files cut out of recordings are packed with
gzip and end in \`.json.gz\`; the hash in the index is that of the JSON inside.

**Truth.** A vector says how well it is confirmed: \`chain\` if the chain's own code gave it, \`model\` if only this model says so.

**Running them.** \`npx subtensor-spec run --impl 'stdio:./mine'\` sends every vector to an implementation and compares
what it says: [the guide](~/test/guide.html) begins with nothing.

${forks
  .map((fork) =>
    forkSection(
      fork,
      vectorFiles.filter((file) => file.fork === fork),
    ),
  )
  .join("\n\n")}
`,
  }
}
