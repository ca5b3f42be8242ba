import { netUid } from "../../../reference/state/primitives.js"
import { TotalIssuance } from "../../../reference/state/storage/subtensorModule.js"
import type { Page } from "../generate/page.js"
import { recordedBlock } from "./recordedBlock.js"
import { consensusSection } from "./sections/consensus.js"
import { epochDueSection } from "./sections/epochDue.js"
import { injectionSection } from "./sections/injection.js"
import { minerSection } from "./sections/miner.js"
import { mintSection } from "./sections/mint.js"
import { participantsSection } from "./sections/participants.js"
import { paymentSection } from "./sections/payment.js"
import { scene } from "./sections/scene.js"
import { sharesSection } from "./sections/shares.js"
import { walk } from "./walk.js"

/** The block that is followed: its recording, its number, and the subnet whose epoch it runs. */
const FOLLOWED = { recording: "mixed-04", block: 153, subnet: netUid(2) }

const SECTIONS = [
  mintSection,
  sharesSection,
  injectionSection,
  participantsSection,
  epochDueSection,
  consensusSection,
  paymentSection,
  minerSection,
]

/** One block of a recorded network, followed from the mint to a miner's stake. */
export function blockPage(): Page {
  const recorded = recordedBlock(FOLLOWED.recording, FOLLOWED.block)
  const walked = walk(recorded, ({ state }) => TotalIssuance.get(state), FOLLOWED.subnet)
  const sections = SECTIONS.map((section) => section(walked))
  return {
    path: "block/index.md",
    title: "A block, step by step",
    description:
      "One recorded block of fork balancer, from the mint to a miner's stake, with the numbers of every step",
    body: ["# A block, step by step", scene(recorded, walked), ...sections].join("\n\n"),
    settings: { outline: [2, 3], pageClass: "chapter" },
  }
}
