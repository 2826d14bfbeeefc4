import { onBackground, onCall } from '../phone/state.js'
import { api, mocks } from './api.js'
import { fileBytes } from './files.js'

/** What of an <audio> is used, so that a test without sound can stand in for it. */
type Sounding = Pick<HTMLAudioElement, 'play' | 'pause' | 'onended'>
type Opened = (bytes: Uint8Array) => Sounding

const EVENTS = ['Play', 'Pause', 'Stop', 'Ended', 'Error'] as const
type EventName = (typeof EVENTS)[number]

const playing = new Set<() => void>()

/** A file of the phone's, played by the browser. Addresses of a network are no part of it: nothing of ours plays from there. */
function createInnerAudioContext() {
  const listeners = new Map<EventName, (event: object) => void>()
  const tell = (name: EventName, event: object = {}) => listeners.get(name)?.(event)
  let sound: Sounding | undefined

  const pause = () => {
    sound?.pause()
    playing.delete(pause)
    tell('Pause')
  }
  const silence = () => {
    playing.delete(pause)
    if (!sound) return false
    sound.onended = null
    sound.pause()
    sound = undefined
    return true
  }
  async function play(this: { src: string }) {
    try {
      sound ??= ((mocks['audio'] as Opened | undefined) ?? openAudio)(fileBytes(this.src))
      sound.onended = () => {
        silence()
        tell('Ended')
      }
      playing.add(pause)
      await sound.play()
      tell('Play')
    } catch (cause) {
      silence()
      tell('Error', { errMsg: `operateAudio:fail ${(cause as Error).message}`, errCode: 10_001 })
    }
  }

  return {
    src: '',
    play,
    pause,
    stop: () => void (silence() && tell('Stop')),
    destroy: () => {
      silence()
      listeners.clear()
    },
    ...Object.fromEntries(
      EVENTS.map((name) => [`on${name}`, (listener: (event: object) => void) => void listeners.set(name, listener)]),
    ),
  }
}

function openAudio(bytes: Uint8Array): Sounding {
  return new Audio(URL.createObjectURL(new Blob([bytes.slice()], { type: 'audio/mpeg' })))
}

/** A call takes the speaker, and in the background nothing plays. */
export function interruptAudio(): void {
  const pauseAll = (isAway: boolean) => {
    if (isAway) for (const pause of [...playing]) pause()
  }
  onCall(pauseAll)
  onBackground(pauseAll)
}

export const audioApis = { createInnerAudioContext, setInnerAudioOption: api('setInnerAudioOption', () => {}) }
