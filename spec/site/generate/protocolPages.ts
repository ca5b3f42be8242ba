import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import { code, markup, table } from "./markup.js"
import type { Page } from "./page.js"

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly [key: string]: unknown
}

interface Method {
  readonly name: string
  readonly summary: string
  readonly description?: string
  readonly params: readonly { readonly name: string; readonly required?: boolean; readonly schema: Schema }[]
  readonly result: { readonly schema: Schema }
}

interface OpenRpc {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly methods: readonly Method[]
}

interface Messages {
  readonly $defs: Readonly<Record<string, Schema>>
}

function readProtocolFile(name: string): string {
  return readFileSync(join(packageFolder, "spec", "protocol", name), "utf8")
}

function typeText(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1)
    return `<a href="#type-${name}">${markup(name)}</a>`
  }
  return typeof schema.type === "string" ? markup(schema.type) : "any"
}

function methodSection({ name, summary, description, params, result }: Method, messages: Messages): string {
  const rows = params.map(({ name: parameter, required, schema }) => [
    code(parameter),
    typeText(schema),
    required === true ? "yes" : "no",
    markup(described(schema, messages)),
  ])
  const parameters =
    rows.length === 0 ? "" : table(`Parameters of ${name}`, ["parameter", "type", "required", ""], rows)
  return `### \`${name}\` {#method-${name}}

${markup(`${summary}. ${description ?? ""}`)}

${parameters}

<p class="line"><b>Result</b> ${typeText(result.schema)}</p>`
}

function described(schema: Schema, messages: Messages): string {
  if (schema.description !== undefined) return schema.description
  const name = schema.$ref?.slice(schema.$ref.lastIndexOf("/") + 1)
  return (name === undefined ? undefined : messages.$defs[name]?.description) ?? ""
}

function typeSection(name: string, schema: Schema): string {
  const { description, ...rest } = schema
  const text = JSON.stringify(rest, null, 2)
  return `### ${name} {#type-${name}}\n\n${markup(description ?? "")}\n\n\`\`\`json\n${text}\n\`\`\``
}

/** The methods of the protocol and the types of their messages. */
export function protocolPage(): Page {
  const openRpc: OpenRpc = JSON.parse(readProtocolFile("openrpc.json"))
  const messages: Messages = JSON.parse(readProtocolFile("messages.schema.json"))
  const documents = ["openrpc.json", "messages.schema.json", "report.schema.json", "expected.schema.json"].map(
    (name) => `<a href="~/protocol/${name}" target="_blank" rel="noopener">${name}</a>`,
  )
  return {
    path: "test/protocol.md",
    title: "The protocol",
    description: "The methods by which the harness asks an implementation, and the types of their messages",
    settings: { outline: [2, 3] },
    body: `# The protocol

${markup(openRpc.info.description)}

The documents themselves: ${documents.join(", ")}.

## Methods

${openRpc.methods.map((method) => methodSection(method, messages)).join("\n\n")}

## Types

${Object.entries(messages.$defs)
  .map(([name, schema]) => typeSection(name, schema))
  .join("\n\n")}
`,
  }
}

const GUIDE = "implementers.md"

function addressOf(file: string): string {
  return file === GUIDE ? "~/test/guide.html" : `~/test/${file.replace(/\.md$/, ".html")}`
}

/** Links between the texts of the protocol's folder lead to their pages; braces are no templates. */
function onSite(markdown: string): string {
  return markdown
    .replaceAll("{{", "&#123;&#123;")
    .replace(/\]\(([\w-]+\.md)(#[\w-]+)?\)/g, (_, file: string, anchor = "") => `](${addressOf(file)}${anchor})`)
}

/** A text of the protocol's folder without its title. */
function readText(file: string): { readonly title: string; readonly text: string } {
  const [title = "", ...rest] = readProtocolFile(file).split("\n")
  return { title: title.replace(/^# /, ""), text: onSite(rest.join("\n")) }
}

/** The guide for implementers, as the protocol's folder has it. */
export function guidePage(): Page {
  const { title, text } = readText(GUIDE)
  return {
    path: "test/guide.md",
    title,
    description: "From nothing to the first green vector, in Python, and everything after it",
    settings: { outline: [2, 3] },
    body: `# ${title}

The same road in Rust: [From nothing to a green vector in Rust](~/test/rust.html). What each step prints is shown as it is printed.

${text}`,
  }
}

/** The other texts of the protocol's folder, a page each. */
export function furtherPages(): readonly Page[] {
  const files = readdirSync(join(packageFolder, "spec", "protocol")).filter((file) => file.endsWith(".md"))
  return files
    .filter((file) => file !== GUIDE)
    .map((file) => {
      const { title, text } = readText(file)
      const settings = { outline: [2, 3] }
      return { path: `test/${file}`, title, description: title, settings, body: `# ${title}\n\n${text}` }
    })
}
