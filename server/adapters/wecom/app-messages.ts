/**
 * App messages to members (90236). `errcode 0` does not mean that all got it: ids that were not reached come back lower-cased in
 * `invaliduser` and `unlicenseduser`. With the duplicate check on, the same message may be sent again after a lost answer.
 */
import { cardIdUsed, type Reached, type StaffMessenger, type StaffOutcome } from '../../ports/staff-messenger.js'
import { cutToUnits } from '../cut-text.js'
import { sendOutcomeOf } from '../send-outcome.js'
import { appMessageBody } from './app-message-body.js'
import { appMessageLimits } from './limits.js'
import type { WecomClient } from './wecom-client.js'

interface Options {
  client: Pick<WecomClient, 'call'>
  agentId: number
}

/** «taskid has existed or empty or exceed max len»: ours is never empty or long, for that is refused before. */
const taskIdUsed = '42014'

const refusals = {
  recipient: 'recipient',
  card: 'content',
  'mini-program-notice': 'content',
  'one-time-code': 'spent',
} as const

export function appMessages({ client, agentId }: Options): StaffMessenger {
  return {
    async send({ userids, content }) {
      if (userids.length === 0 || userids.length > appMessageLimits.userids)
        return { kind: 'refused', reason: 'recipient', code: 'userids' }
      const made = appMessageBody(content)
      if (made.kind === 'refused') return { kind: 'refused', reason: 'content', code: made.code }

      const body = {
        touser: userids.join('|'),
        agentid: agentId,
        ...made.body,
        enable_duplicate_check: 1,
        duplicate_check_interval: appMessageLimits.duplicateSeconds,
      }
      try {
        return answered(userids, await client.call({ method: 'POST', path: '/cgi-bin/message/send', body }))
      } catch (error) {
        const outcome = sendOutcomeOf(error, refusals) as Exclude<StaffOutcome, { kind: 'answered' }>
        return outcome.code === taskIdUsed ? { kind: 'refused', reason: 'content', code: cardIdUsed } : outcome
      }
    },

    async settleCard({ userids, responseCode, text }) {
      const body = {
        userids,
        agentid: agentId,
        response_code: responseCode,
        button: { replace_name: cutToUnits(text, appMessageLimits.card.button) },
      }
      try {
        await client.call({ method: 'POST', path: '/cgi-bin/message/update_template_card', body })
        return { kind: 'sent' }
      } catch (error) {
        return sendOutcomeOf(error, refusals)
      }
    },
  }
}

function answered(
  userids: readonly string[],
  { invaliduser, unlicenseduser, msgid }: Record<string, unknown>,
): StaffOutcome {
  const [unknown, unlicensed] = [idsIn(invaliduser), idsIn(unlicenseduser)]
  const reached = (userid: string): Reached => {
    const id = userid.toLowerCase()
    if (unknown.has(id)) return 'unknown-member'
    return unlicensed.has(id) ? 'unlicensed' : 'accepted'
  }
  return {
    kind: 'answered',
    people: new Map(userids.map((userid) => [userid, reached(userid)])),
    ...(typeof msgid === 'string' && { platformId: msgid }),
  }
}

const idsIn = (joined: unknown) =>
  new Set(typeof joined === 'string' ? joined.toLowerCase().split('|').filter(Boolean) : [])
