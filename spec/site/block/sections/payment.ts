import { badge, table } from "../../generate/markup.js"
import { bare, percent } from "../quantities.js"
import type { Walk } from "../walk.js"

function short(hotkey: string): string {
  return `<code>${hotkey.slice(0, 8)}…</code>`
}

function minerRows({ epoch }: Walk): readonly (readonly string[])[] {
  const { serverEmission } = epoch.epoch.output
  return serverEmission.flatMap((amount, uid) => {
    const hotkey = epoch.hotkeys[uid]
    if (amount === 0n || hotkey === undefined) return []
    const fate = epoch.ownerHotkeys.has(hotkey) ? badge("withheld: the subnet owner’s", "odd") : badge("staked", "fork")
    return [[`neuron ${uid}`, short(hotkey), bare(amount), fate]]
  })
}

function validatorRows({ epoch, stakesBefore, stakesAfter }: Walk): readonly (readonly string[])[] {
  return epoch.hotkeys.flatMap((hotkey, uid) => {
    const dividend = (epoch.split.alpha.find((share) => share.hotkey === hotkey)?.amount ?? 0n) >> 32n
    if (dividend === 0n) return []
    const gain = (stakesAfter[uid]?.total ?? 0n) - (stakesBefore[uid]?.total ?? 0n)
    return [
      [`validator ${uid}`, short(hotkey), bare(dividend), percent((epoch.takes[uid] ?? 0) / 65535, 2), bare(gain)],
    ]
  })
}

/** What consensus gave is paid. */
export function paymentSection(walk: Walk): string {
  const withheld = minerRows(walk).filter((row) => row[3]?.includes("withheld")).length
  return `## 7. Payment {#payment}

### Miners {#miners}

Each miner gets its incentive's part of the miners' half, as stake on its own hotkey ([coinbase-19](~/rules/coinbase.html#coinbase-19)):

${table("Paid to miners, in alpha", ["neuron", "hotkey", "alpha", ""], minerRows(walk), "numbers-right payment")}

${
  withheld === 0
    ? ""
    : `What the subnet owner's own hotkeys earned is withheld. It is taken out of the world, and the part that it makes of the whole lowers
the subnet's share of the block's TAO until its next epoch: the number in step 2, made anew here.`
}

### Validators {#validators}

The validators' half is divided by dividends. Each takes its take for the coldkey that owns it; the rest raises the stake of everybody who
staked with it, in proportion ([coinbase-16](~/rules/coinbase.html#coinbase-16), [coinbase-20](~/rules/coinbase.html#coinbase-20)).

${table("Paid to validators, in alpha", ["validator", "hotkey", "dividend, alpha", "take", "stake on the hotkey grew by"], validatorRows(walk), "numbers-right payment")}

A hotkey whose stake grew by more also got something else in this block: the owner's cut ([coinbase-17](~/rules/coinbase.html#coinbase-17)), or what it mined.
Where it grew by one alpha rao less than the dividend, take and rest were floored each by itself.`
}
