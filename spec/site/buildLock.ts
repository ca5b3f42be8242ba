import { mkdirSync, rmSync, statSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"

const PAUSE = 500
/** A build that has held the lock for so long is dead. */
const DEAD_AFTER = 10 * 60_000

function tryToTake(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

function isDead(lock: string): boolean {
  const found = statSync(lock, { throwIfNoEntry: false })
  return found !== undefined && Date.now() - found.mtimeMs > DEAD_AFTER
}

/** Runs one build at a time: builds of one checkout share a folder for their intermediate files. */
export async function oneAtATime<T>(lock: string, build: () => Promise<T>): Promise<T> {
  while (!tryToTake(lock)) {
    if (isDead(lock)) rmSync(lock, { recursive: true, force: true })
    else await pause(PAUSE)
  }
  const release = () => rmSync(lock, { recursive: true, force: true })
  process.once("exit", release)
  try {
    return await build()
  } finally {
    release()
  }
}
