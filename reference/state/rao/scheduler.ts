import type { ValueOf } from "../../interface/valueType.js"
import type { RuntimeCall } from "../call.js"
import type { Chain } from "../chain.js"
import { dispatch } from "../dispatch.js"
import { dispatchResultOf } from "../dispatchError.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "../origin.js"
import { boundCall, peekCall } from "../preimages.js"
import { attempt, ensure } from "../refusal.js"
import { SchedulerEvents } from "./events.js"
import type { originCaller, scheduled } from "./namedTypes.js"
import { Agenda } from "./storage/scheduler.js"

/** A call that waits for its block. */
type Task = ValueOf<typeof scheduled>

/** How many calls may wait for one block. */
const MOST_TASKS = 50

/**
 * Lets root make a call in a later block. It takes the first place in the block's agenda that nothing waits in.
 *
 * @param priority the lower, the earlier among the calls of its block
 * @throws Scheduler.TargetBlockNumberInPast, Exhausted, and what keeping the call is refused with
 * @clause state-46
 * @source pallet-scheduler 40.0.0 src/lib.rs:1015
 */
export function scheduleForRoot(chain: Chain, when: number, priority: number, call: RuntimeCall): void {
  ensure(BigInt(when) > chain.blockNumber, "Scheduler.TargetBlockNumberInPast")
  const task: Task = {
    maybe_id: undefined,
    priority,
    call: boundCall(chain, call),
    maybe_periodic: undefined,
    origin: { type: "system", value: { type: "Root", value: undefined } },
  }
  const agenda = Agenda.get(chain.state, when)
  const place = agenda.length < MOST_TASKS ? agenda.length : agenda.indexOf(undefined)
  ensure(place !== -1, "Exhausted")
  Agenda.set(chain.state, when, place === agenda.length ? [...agenda, task] : agenda.with(place, task))
  chain.deposit(SchedulerEvents.Scheduled, { when, index: place })
}

/**
 * Makes the calls that wait for this block, by priority, then in the order of their places. A call that is refused is
 * done with; its refusal is in the event.
 *
 * @clause state-47
 * @source pallet-scheduler 40.0.0 src/lib.rs:1262
 */
export function runScheduled(chain: Chain): void {
  const now = Number(chain.blockNumber)
  const agenda = Agenda.get(chain.state, now)
  const tasks = agenda.flatMap((task, place) => (task === undefined ? [] : [{ task, place }]))
  if (tasks.length === 0) return
  const left = tasks
    .toSorted((a, b) => a.task.priority - b.task.priority)
    .filter(({ task, place }) => !runTask(chain, task, [now, place]))
  if (left.length === 0) Agenda.remove(chain.state, now)
  else
    Agenda.set(
      chain.state,
      now,
      agenda.map((_, place) => left.find((kept) => kept.place === place)?.task),
    )
}

/**
 * Makes one call. Gives false, and keeps it waiting for ever, where its bytes are gone.
 *
 * @clause state-47
 * @source pallet-scheduler 40.0.0 src/lib.rs:1340
 */
function runTask(chain: Chain, task: Task, place: readonly [number, number]): boolean {
  const call = peekCall(chain, task.call)
  if (call === undefined) {
    chain.deposit(SchedulerEvents.CallUnavailable, { task: place, id: task.maybe_id })
    return false
  }
  const outcome = attempt(() => dispatch(chain, originOf(task.origin), call))
  const result = dispatchResultOf(chain, outcome)
  chain.deposit(SchedulerEvents.Dispatched, { task: place, id: task.maybe_id, result })
  return true
}

function originOf({ type, value }: ValueOf<typeof originCaller>): Origin {
  if (type !== "system" || value.type === "None") return { kind: "none" }
  return value.type === "Root" ? ROOT_ORIGIN : signedBy(value.value)
}
