/** WeCom's own limits, as the platform states them (91770, 90312). */
import { hours } from '../../durations.js'

export const groupWebhookLimits = {
  markdownBytes: 4_096,
  perMinute: 20,
} as const

/** App messages (90236); characters unless bytes are named. */
export const appMessageLimits = {
  userids: 1_000,
  textBytes: 2_048,
  markdownBytes: 2_048,
  urlBytes: 2_048,
  textCard: { title: 128, description: 512, button: 4 },
  card: {
    title: 36,
    description: 44,
    text: 160,
    rows: 6,
    label: 5,
    value: 30,
    buttons: 6,
    button: 10,
    keyBytes: 1_024,
    cardIdBytes: 128,
  },
  miniProgram: { leastTitle: 4, title: 12, pageBytes: 1_024, rows: 10, label: 10, value: 30 },
  /** How long the platform recognises the same message again. */
  duplicateSeconds: 3_600,
} as const

/** A block by the minute rule lasts this long (90312). */
export const throttledMs = 60_000

/** The smart bot (101463, 101031): per conversation; what a card holds (101032, and the types of the official SDK), less than an app's. */
export const botLimits = {
  markdownBytes: 20_480,
  rates: [
    { count: 30, windowMs: 60_000 },
    { count: 1_000, windowMs: hours(1) },
  ],
  /** A little under the 24 h and the 5 s that WeCom gives, for the way there. */
  replyWithinMs: hours(23),
  updateWithinMs: 4_500,
  card: { title: 26, description: 30, text: 112, rows: 6, label: 5, value: 26, buttons: 6, button: 10 },
} as const
