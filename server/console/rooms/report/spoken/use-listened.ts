/** Tells the product how much of a recording somebody heard: once a listening, when they leave it or have long stopped. */
import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { ask } from '../../../api.js'
import { heardOn, toTell, type Hearing } from './listened.js'

/** Whoever stops for longer has stopped. */
const stoppedAfterMs = 60_000
const timeoutMs = 10_000

export function useListened(
  recordingId: () => string,
  { nowMs, playing }: { nowMs: Readonly<Ref<number>>; playing: Readonly<Ref<boolean>> },
): void {
  let hearing: Hearing | undefined
  let stopping: ReturnType<typeof setTimeout> | undefined

  function tell(): void {
    const body = toTell(hearing)
    hearing = undefined
    if (!body) return
    // What was given is in the trail already; how much of it was heard is told where it can be.
    ask('POST /api/staff/recordings/:id/listened', { params: { id: recordingId() }, body }, timeoutMs, {
      keepalive: true,
    }).catch(() => {})
  }

  watch(nowMs, (ms) => {
    if (playing.value) hearing = heardOn(hearing, ms)
  })
  watch(playing, (isPlaying) => {
    clearTimeout(stopping)
    if (!isPlaying) stopping = setTimeout(tell, stoppedAfterMs)
  })
  onMounted(() => addEventListener('pagehide', tell))
  onBeforeUnmount(() => {
    removeEventListener('pagehide', tell)
    clearTimeout(stopping)
    tell()
  })
}
