import type { Command } from "commander"

/** A command of the program, loaded when it is asked for. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** The commands, in the order in which help lists them. */
export const commandTable: readonly CommandEntry[] = [
  {
    name: "run",
    summary: "run vectors against implementations",
    load: async () => (await import("./runCommand.js")).runCommand(),
  },
  {
    name: "fuzz",
    summary: "look for inputs on which an implementation differs from the model",
    load: async () => (await import("./fuzzCommand.js")).fuzzCommand(),
  },
  {
    name: "bisect",
    summary: "find where an implementation parts from the model in a trace of blocks",
    load: async () => (await import("./bisectCommand.js")).bisectCommand(),
  },
  {
    name: "serve",
    summary: "serve the model over the conformance protocol",
    load: async () => (await import("./serveCommand.js")).serveCommand(),
  },
  {
    name: "report",
    summary: "render the JSON report of a run in other forms",
    load: async () => (await import("./reportCommand.js")).reportCommand(),
  },
  {
    name: "merge",
    summary: "make one report of those of shards or of several implementations",
    load: async () => (await import("./mergeCommand.js")).mergeCommand(),
  },
  {
    name: "compare",
    summary: "say what changed between two runs",
    load: async () => (await import("./compareCommand.js")).compareCommand(),
  },
  {
    name: "new",
    summary: "begin an implementation in Python, Rust, AssemblyScript or JavaScript",
    load: async () => (await import("./newCommand.js")).newCommand(),
  },
  {
    name: "replay",
    summary: "replay recordings of the real chain on the model",
    load: async () => (await import("../replay/command.js")).replayCommand(),
  },
  {
    name: "generate",
    summary: "make the vectors from the model",
    load: async () => (await import("../../vectors/generators/command.js")).generateCommand(),
  },
  {
    name: "unconfirmed",
    summary: "list what only the model says: rules, functions and calls that no recording shows",
    load: async () => (await import("../../vectors/generators/confirmation/command.js")).unconfirmedCommand(),
  },
  {
    name: "forks",
    summary: "list the forks and what there is of each",
    load: async () => (await import("./forksCommand.js")).forksCommand(),
  },
  {
    name: "diff",
    summary: "print what changed from one fork to another",
    load: async () => (await import("./diffCommand.js")).diffCommand(),
  },
  {
    name: "calls",
    summary: "list the calls of the chain's own pallets with their clauses, vectors and errors",
    load: async () => (await import("./callsCommand.js")).callsCommand(),
  },
  {
    name: "claims",
    summary: "lay what is said of the network beside what the rules do",
    load: async () => (await import("./claimsCommand.js")).claimsCommand(),
  },
  {
    name: "doctor",
    summary: "compare a runtime's metadata with the model's declarations",
    load: async () => (await import("./doctorCommand.js")).doctorCommand(),
  },
  {
    name: "version",
    summary: "print the version of the program, of the protocol and of the vector format",
    load: async () => (await import("./versionCommand.js")).versionCommand(),
  },
]
