/** A command that cannot be carried out as it was given. The message says what was wrong and what to do. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = "UsageError"
  }
}
