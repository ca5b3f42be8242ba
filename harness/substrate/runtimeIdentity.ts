import { Struct, str, u32 } from "scale-ts"
import { fromHex } from "../../reference/state/scaleTypes.js"
import type { RuntimeMetadata } from "../metadata/runtimeMetadata.js"

/** Which runtime it is, by its own words. */
export interface RuntimeIdentity {
  readonly specName: string
  readonly specVersion: number
}

/** The beginning of the RuntimeVersion that every runtime has as a constant of its System pallet. */
const versionStart = Struct({ specName: str, implName: str, authoringVersion: u32, specVersion: u32 })

/** Which runtime metadata is of; undefined when it does not say. */
export function runtimeIdentity({ pallets }: RuntimeMetadata): RuntimeIdentity | undefined {
  const constants = pallets.find(({ name }) => name === "System")?.constants ?? []
  const version = constants.find(({ name }) => name === "Version")
  if (version === undefined) return undefined
  const { specName, specVersion } = versionStart.dec(fromHex(version.value))
  return { specName, specVersion }
}
