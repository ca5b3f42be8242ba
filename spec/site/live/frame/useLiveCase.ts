import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch } from "vue"
import type { AddressCodec } from "../address/addressCodec.js"
import { AddressError } from "../address/field.js"
import type { Outcome } from "../model/livePage.js"
import type { PageName } from "../model/livePages.js"
import { ModelClient } from "../model/modelClient.js"

/** The case of a page, kept in the address, with what the model makes of it. */
export function useLiveCase<Case extends object, View>(page: PageName, codec: AddressCodec<Case>) {
  const shown = shallowRef<Case>(codec.initial)
  const outcome = shallowRef<Outcome<View>>()
  /** The last view, which stays while a refusal is shown. */
  const view = shallowRef<View>()
  const addressProblem = ref("")
  const failure = ref("")
  let client: ModelClient<View> | undefined

  onMounted(() => {
    const read = caseOfAddress(codec)
    shown.value = read.shown
    addressProblem.value = read.problem
    client = new ModelClient<View>(page, show, (why) => {
      failure.value = why
    })
    client.ask(codec.encode(shown.value))
  })
  onBeforeUnmount(() => client?.close())
  watch(shown, (changed) => {
    writeAddress(codec, changed)
    client?.ask(codec.encode(changed))
  })

  function show(answered: Outcome<View>): void {
    failure.value = ""
    outcome.value = answered
    if ("view" in answered) view.value = answered.view
  }

  return {
    shown,
    view,
    addressProblem,
    failure,
    refusal: computed(() => (outcome.value !== undefined && "refusal" in outcome.value ? outcome.value.refusal : "")),
    steps: computed(() => outcome.value?.steps ?? []),
    /** Sets some values of the case. */
    set(change: Partial<Case>): void {
      addressProblem.value = ""
      shown.value = { ...shown.value, ...change }
    },
  }
}

function caseOfAddress<Case>(codec: AddressCodec<Case>): { readonly shown: Case; readonly problem: string } {
  try {
    return { shown: codec.decode(location.search), problem: "" }
  } catch (thrown) {
    if (thrown instanceof AddressError) return { shown: codec.initial, problem: thrown.message }
    throw thrown
  }
}

function writeAddress<Case>(codec: AddressCodec<Case>, shown: Case): void {
  const query = codec.encode(shown)
  const search = query === codec.encode(codec.initial) ? "" : `?${query}`
  history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`)
}
