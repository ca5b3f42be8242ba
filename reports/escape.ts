const ENTITIES: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Characters that neither XML nor a page may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Text as it may stand in HTML and XML, between tags and in attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(FORBIDDEN, "�").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** Text as it may stand in a cell of a Markdown table. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/g, " ")
    .replace(/[\\`*_{}[\]<>|#]/g, "\\$&")
    .trim()
}
