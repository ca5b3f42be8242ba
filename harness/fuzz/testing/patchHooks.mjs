// Loads one module of a package with a piece of its text replaced.
let patch

export function initialize(given) {
  patch = given
}

export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context)
  if (!url.endsWith(patch.file)) return loaded
  const [before, after, ...more] = String(loaded.source).split(patch.from)
  if (after === undefined || more.length > 0) throw new Error(`${patch.file} does not have this once: ${patch.from}`)
  return { ...loaded, source: `${before}${patch.to}${after}` }
}
