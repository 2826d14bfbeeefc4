/** What the device check shows, in words: a verdict for each part, and what helps. Pure. */
import type { Texts } from '../../i18n/texts.js'
import type { Frame } from '../../services/frame.js'
import { hears, leaveAct, nextAct, type CheckAct, type CheckState, type Part } from './check-state.js'
import { roomOf, type MicrophonePart } from './microphone-state.js'

type Words = Texts['check']

interface PartView {
  key: Part
  title: string
  /** Beside the title: the verdict in a word, and its colour. */
  mark: string
  tag: 'tag-ok' | 'tag-warn' | 'tag-mute'
  verdict: string
  cure: string
  again: string
}

export interface CheckView {
  style: string
  title: string
  heading: string
  guide: string
  parts: PartView[]
  /** Heights in percent; empty while nothing is listened to. */
  bars: { key: number; style: string }[]
  isCameraOn: boolean
  primary: { label: string; isBusy: boolean; act: CheckAct }
  secondary: { label: string; act: CheckAct }
}

export function toView(state: CheckState, { text, style, isLarge }: Frame): CheckView {
  const { check: words } = text
  const { offers, camera } = state
  return {
    style,
    title: words.title,
    // In large text the verdicts need the lines more; the bar says where one is.
    heading: isLarge ? '' : words.heading,
    guide: hears(state) ? words.guide : words.guideWriting,
    parts: [
      ...(hears(state) ? [microphoneView(state.microphone, words)] : []),
      ...(offers.video ? [cameraView(state, words)] : []),
      networkView(state, words),
    ],
    bars: barsOf(state.microphone),
    isCameraOn: camera.kind === 'opening' || camera.kind === 'open',
    primary: primaryOf(state, words),
    secondary: secondaryOf(state, words),
  }
}

function microphoneView(part: MicrophonePart, words: Words): PartView {
  const { microphone } = words
  const view = { key: 'microphone', title: microphone.title, cure: '', again: '' } as const
  if (part.phase === 'asking' || part.phase === 'listening')
    return { ...view, mark: words.trying, tag: 'tag-mute', verdict: microphone[part.phase] }
  switch (part.verdict) {
    case undefined:
      return { ...view, mark: words.untried, tag: 'tag-mute', verdict: microphone.untried }
    case 'heard': {
      const room = roomOf(part)
      const isFine = room !== 'noisy'
      return {
        ...view,
        ...(isFine ? fineMark(words) : carefulMark(words)),
        verdict: microphone.heard,
        cure: microphone.room[room],
        again: words.again,
      }
    }
    case 'refused':
      return { ...view, ...offMark(words), ...microphone.refused, again: words.again }
    default:
      return { ...view, ...carefulMark(words), ...microphone[part.verdict] }
  }
}

function cameraView({ camera: part }: CheckState, words: Words): PartView {
  const { camera } = words
  const view = { key: 'camera', title: camera.title, cure: '', again: '' } as const
  switch (part.kind) {
    case 'untried':
      return { ...view, mark: words.untried, tag: 'tag-mute', verdict: camera.untried, again: camera.try }
    case 'opening':
      return { ...view, mark: words.trying, tag: 'tag-mute', verdict: camera.opening }
    case 'open': {
      const isFine = part.light === 'good' || part.light === 'unknown'
      return {
        ...view,
        ...(isFine ? fineMark(words) : carefulMark(words)),
        verdict: camera.open,
        cure: camera.light[part.light],
      }
    }
    case 'refused':
      return { ...view, ...offMark(words), ...camera.refused, again: camera.allow }
    case 'broken':
      return { ...view, ...carefulMark(words), ...camera.broken, again: words.again }
  }
}

function networkView({ network: part, offers }: CheckState, words: Words): PartView {
  const { network } = words
  const view = { key: 'network', title: network.title, cure: '', again: '' } as const
  if (part.kind !== 'done')
    return {
      ...view,
      mark: part.kind === 'trying' ? words.trying : words.untried,
      tag: 'tag-mute',
      verdict: network[part.kind],
    }
  const again = words.again
  switch (part.verdict) {
    case 'good':
    case 'fine':
      return { ...view, ...fineMark(words), verdict: network[part.verdict] }
    case 'tight': {
      const { verdict, cure, cureVoice } = network.tight
      return { ...view, ...carefulMark(words), verdict, cure: offers.voice ? cureVoice : cure, again }
    }
    case 'slow': {
      const { verdict, cure, cureVoice, cureVideo, cureBoth } = network.slow
      const advice = offers.video ? (offers.voice ? cureBoth : cureVideo) : offers.voice ? cureVoice : cure
      return { ...view, ...carefulMark(words), verdict, cure: advice, again }
    }
    case 'none':
      return { ...view, ...carefulMark(words), ...network.none, again }
  }
}

const fineMark = (words: Words) => ({ mark: words.fine, tag: 'tag-ok' }) as const
const carefulMark = (words: Words) => ({ mark: words.careful, tag: 'tag-warn' }) as const
const offMark = (words: Words) => ({ mark: words.off, tag: 'tag-warn' }) as const

function primaryOf(state: CheckState, words: Words): CheckView['primary'] {
  const act = nextAct(state)
  const labels: Record<CheckAct, string> = {
    none: words.listening,
    'try-microphone': state.microphone.verdict === undefined ? words.tryMicrophone : words.again,
    'open-settings': words.openMicrophone,
    practise: words.practise,
    begin: words.begin,
    back: words.back,
    'try-camera': words.camera.try,
    'open-camera-settings': words.camera.allow,
    'try-network': words.again,
  }
  return { label: labels[act], isBusy: act === 'none', act }
}

/** On to the interview at any time, whatever was tried and found. */
function secondaryOf(state: CheckState, words: Words): CheckView['secondary'] {
  const act = leaveAct(state)
  if (!hears(state)) return { label: '', act: 'none' }
  if (act === 'back') return { label: words.back, act }
  const { verdict } = state.microphone
  if (verdict === undefined) return { label: words.beginUntried, act }
  return { label: verdict === 'heard' ? words.begin : words.beginWriting, act }
}

const barCount = 15
const flat = 8
/** From hardly anything to close to the microphone. */
const quietestDb = -60
const loudestDb = -12
/** Where loudness cannot be read they only move on with each bit of sound. */
const wave = [14, 40, 62, 100, 72, 48, 30]

function barsOf({ phase, heardAs, levels, sounds }: MicrophonePart): CheckView['bars'] {
  if (phase !== 'listening') return []
  const heights =
    heardAs === 'levels'
      ? levels.slice(-barCount).map(heightOf)
      : Array.from({ length: barCount }, (_, bar) =>
          sounds === 0 ? flat : (wave[(bar + sounds) % wave.length] ?? flat),
        )
  const still = Array.from({ length: barCount - heights.length }, () => flat)
  return [...still, ...heights].map((height, key) => ({ key, style: `height: ${height}%` }))
}

function heightOf(db: number): number {
  const part = (db - quietestDb) / (loudestDb - quietestDb)
  return Math.round(flat + Math.min(1, Math.max(0, part)) * (100 - flat))
}
