import { Command } from "commander"
import { packageVersion } from "../packageFolder.js"
import { PROTOCOL_VERSION } from "../protocol/messages.js"

/** `subtensor-spec version` */
export function versionCommand(): Command {
  return new Command("version")
    .summary("print the version of the program, of the protocol and of the vector format")
    .description("Prints the version of the program, of the conformance protocol and of the vector format.")
    .action(() => {
      process.stdout.write(`subtensor-spec ${packageVersion()}\nprotocol ${PROTOCOL_VERSION}\nvector format 1\n`)
    })
}
