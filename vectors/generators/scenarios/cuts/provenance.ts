import { packageVersion } from "../../../../harness/packageFolder.js"

/** What vectors that are cut out of recordings name as their provenance. */
export const RECORDINGS = "recordings"

/** The provenance of a vector that is cut out of a recording. */
export const provenance = { generator: RECORDINGS, model: packageVersion() }
