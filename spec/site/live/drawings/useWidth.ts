import { onBeforeUnmount, onMounted, type ShallowRef, shallowRef } from "vue"

/** The width of an element in pixels, kept up to date: drawings are laid out for it, so that their text stays legible. */
export function useWidth(element: Readonly<ShallowRef<HTMLElement | null>>): Readonly<ShallowRef<number>> {
  const width = shallowRef(640)
  let observer: ResizeObserver | undefined
  onMounted(() => {
    observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) width.value = Math.max(240, Math.round(entry.contentRect.width))
    })
    if (element.value !== null) observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
  return width
}
