import type { Constants, Fork } from "../forks/fork.js"
import type { DepositedEvent, EventDeclaration } from "./event.js"
import type { AccountId, Hash } from "./primitives.js"
import type { State } from "./state.js"

/** What a block is told from outside: nothing else of the world reaches a rule. */
export interface BlockContext {
  readonly number: bigint
  readonly parentHash: Hash
  /** The account that authors the block and receives swap fees; undefined when nobody does. */
  readonly author: AccountId | undefined
}

/** The chain at work on one block: the state, the events so far, and what the block was told. Rules take it first. */
export class Chain {
  readonly fork: Fork
  readonly state: State
  readonly block: BlockContext
  #events: DepositedEvent[] = []

  constructor(fork: Fork, state: State, block: BlockContext) {
    this.fork = fork
    this.state = state
    this.block = block
  }

  get constants(): Constants {
    return this.fork.constants
  }

  /** The number of the block being worked on. */
  get blockNumber(): bigint {
    return this.block.number
  }

  get events(): readonly DepositedEvent[] {
    return this.#events
  }

  /** Adds an event to the block's list. */
  deposit<Fields>(declaration: EventDeclaration<Fields>, fields: Fields): void {
    this.#events.push({ declaration: this.#ownDeclaration(declaration), fields })
  }

  /** The fork's own declaration of an event, which carries the fork's numbers. */
  #ownDeclaration<Fields>({ pallet, name }: EventDeclaration<Fields>): EventDeclaration<unknown> {
    const own = this.fork.runtime.events.get(`${pallet}.${name}`)
    if (own === undefined) throw new RangeError(`the fork ${this.fork.name} has no event ${pallet}.${name}`)
    return own
  }

  /** Takes the events so far, leaving none. */
  takeEvents(): readonly DepositedEvent[] {
    const events = this.#events
    this.#events = []
    return events
  }

  /** Runs something; if it throws, its writes and events are undone before the throw goes on. */
  transaction<T>(run: () => T): T {
    const mark = this.state.mark()
    const eventCount = this.#events.length
    try {
      return run()
    } catch (thrown) {
      this.state.rollback(mark)
      this.#events.length = eventCount
      throw thrown
    }
  }

  /** Runs something, gives its result, and undoes its writes and events: a look at what would happen. */
  simulate<T>(run: () => T): T {
    const mark = this.state.mark()
    const eventCount = this.#events.length
    try {
      return run()
    } finally {
      this.state.rollback(mark)
      this.#events.length = eventCount
    }
  }
}
