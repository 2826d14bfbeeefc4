/** Codes that let a card be updated (reference 02): 72 hours, once. */
import type { StoredCard } from '../core/bot-state.js'
import type { ResponseCode } from '../core/corp-state.js'
import { PlatformError } from '../core/platform-error.js'
import type { World } from '../core/world.js'

const lifeMs = 72 * 3_600_000
const codeBytes = 32

export function issueResponseCode(world: World, cardId: string): string {
  const { corp } = world.state
  const issued: ResponseCode = { code: world.newId(codeBytes), cardId, issuedAt: world.now(), used: false }
  corp.responseCodes = [...corp.responseCodes.filter(({ issuedAt }) => issuedAt > world.now() - lifeMs), issued]
  world.saveSoon()
  return issued.code
}

/** The card it is for, and how to spend it once everything else is in order. */
export function cardOfCode(world: World, code: unknown): { card: StoredCard; spend: () => void } {
  const issued = world.state.corp.responseCodes.find((known) => known.code === code)
  const card = world.state.cards.find(({ id }) => id === issued?.cardId)
  if (!issued || !card || issued.used || world.now() - issued.issuedAt > lifeMs)
    throw new PlatformError(60140, 'response_code used or expired')
  return {
    card,
    spend: () => {
      issued.used = true
      world.saveSoon()
    },
  }
}
