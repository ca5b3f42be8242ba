import type { ChildProcess } from "node:child_process"
import { endBySignal } from "./endingSignals.js"

const living = new Set<number>()
let watching = false

function killGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL")
  } catch {
    // the group has ended already
  }
}

function killAll(): void {
  for (const leader of living) killGroup(leader)
}

/** A signal that would end this process must end its implementations too: they are in process groups of their own. */
function watchExit(): void {
  if (watching) return
  watching = true
  process.on("exit", killAll)
  endBySignal()
}

/** Sees to it that a process, started as the leader of its group, does not outlive this one. */
export function keepTrack(child: ChildProcess): void {
  watchExit()
  const { pid } = child
  if (pid !== undefined) living.add(pid)
}

/** Ends a process that is kept track of, with all that it started. */
export function endGroup(child: ChildProcess): void {
  const { pid } = child
  if (pid === undefined || !living.delete(pid)) return
  killGroup(pid)
}
