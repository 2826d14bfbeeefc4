/** WeCom's own limits, as the platform states them (91770, 90312). */
export const groupWebhookLimits = {
  markdownBytes: 4_096,
  perMinute: 20,
} as const

/** A block by the minute rule lasts this long (90312). */
export const throttledMs = 60_000
