/**
 * Plays the clips of one answer through one media element. Nothing is asked of the server before somebody presses play: each playing is
 * written down there.
 */
import { computed, onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { RecordingForReader } from '../../../../../shared/contracts/recordings.js'
import { addressOf } from '../../../api.js'
import {
  afterClip,
  placeAt,
  timeAt,
  timeLineOf,
  type Measured,
  type Place,
  type Speed,
  type TimeLine,
} from './player-state.js'

export interface Player {
  line: Readonly<Ref<TimeLine>>
  nowMs: Readonly<Ref<number>>
  playing: Readonly<Ref<boolean>>
  failed: Readonly<Ref<boolean>>
  speed: Readonly<Ref<Speed>>
  toggle: () => void
  /** Goes there, playing or not as before. */
  seek: (ms: number) => void
  playFrom: (ms: number) => void
  setSpeed: (speed: Speed) => void
  /** To be bound to the element. */
  heard: Record<'loadedmetadata' | 'timeupdate' | 'play' | 'pause' | 'ended' | 'error', () => void>
}

/** Whoever listens fast listens fast to the next answer too. */
const speed = ref<Speed>(1)
let pauseOther: (() => void) | undefined

export function usePlayer(
  element: Readonly<ShallowRef<HTMLMediaElement | null>>,
  recording: () => RecordingForReader,
): Player {
  const measured = shallowRef<Measured>({})
  const line = computed(() => timeLineOf(recording(), measured.value))
  const [nowMs, playing, failed] = [ref(0), ref(false), ref(false)]
  let loaded: number | undefined

  function goTo({ clip, offsetMs }: Place): void {
    const media = element.value!
    if (loaded !== clip) {
      loaded = clip
      const params = { id: recording().id, clip: String(clip) }
      media.src = addressOf('/api/staff/recordings/:id/clips/:clip', params, {})
    }
    media.currentTime = offsetMs / 1000
    media.defaultPlaybackRate = media.playbackRate = speed.value
  }

  function playFrom(ms: number): void {
    const place = placeAt(line.value, ms)
    if (!place) return
    failed.value = false
    nowMs.value = timeAt(line.value, place)
    goTo(place)
    playing.value = true
    // What it is refused for comes as an error of the element; a play that another one overtook is none.
    element.value!.play().catch(() => {})
  }

  /** At once: the element tells of it only after it has told once more where it is. */
  function pause(): void {
    playing.value = false
    element.value?.pause()
  }

  function seek(ms: number): void {
    if (playing.value && placeAt(line.value, ms)) return playFrom(ms)
    pause()
    nowMs.value = ms
  }

  const toggle = () => {
    if (playing.value) return pause()
    playFrom(placeAt(line.value, nowMs.value) ? nowMs.value : 0)
  }

  function setSpeed(chosen: Speed): void {
    speed.value = chosen
    if (element.value) element.value.playbackRate = chosen
  }

  const measure = (ms: number) => {
    if (loaded !== undefined && Number.isFinite(ms)) measured.value = { ...measured.value, [loaded]: Math.round(ms) }
  }
  const follow = () => {
    nowMs.value = timeAt(line.value, { clip: loaded!, offsetMs: element.value!.currentTime * 1000 })
  }
  const heard: Player['heard'] = {
    loadedmetadata: () => measure(element.value!.duration * 1000),
    timeupdate: () => {
      if (playing.value) follow()
    },
    play: () => {
      if (pauseOther !== pause) pauseOther?.()
      pauseOther = pause
      playing.value = true
    },
    pause: () => {
      if (!element.value!.ended) playing.value = false
    },
    /** It may end before the time that was told, where the rest never came. */
    ended: () => {
      measure(element.value!.currentTime * 1000)
      follow()
      const next = afterClip(line.value, loaded!)
      if (next) playFrom(timeAt(line.value, next))
      else playing.value = false
    },
    error: () => {
      loaded = undefined
      failed.value = true
      playing.value = false
    },
  }

  onBeforeUnmount(() => {
    if (pauseOther === pause) pauseOther = undefined
    pause()
  })

  return { line, nowMs, playing, failed, speed, toggle, seek, playFrom, setSpeed, heard }
}
