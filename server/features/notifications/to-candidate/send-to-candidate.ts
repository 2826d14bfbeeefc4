/** A claimed message to a candidate: channel after channel until one takes it, all within one claim. */
import type { CandidateChannelName, ToCandidateTemplate } from '../../../../shared/contracts/notifications.js'
import type { NotificationDeps } from '../notification-deps.js'
import { failedBefore } from '../outbox/attempt-channel.js'
import { endFailed, endTryLater, endUnlessRefused, endWaiting } from '../outbox/end-message.js'
import type { Claimed } from '../outbox/message-store.js'
import type { ChannelAttempt, Composed } from './channels/candidate-channel.js'
import { allChannels, channelNamed, isToCandidate } from './channels/channels.js'
import { chooseChannel, type Route } from './choose-channel.js'
import { fillTemplate } from './fill-template.js'
import type { TemplateVariables } from './templates.js'

type Composing = { kind: 'composed'; composed: Composed } | { kind: 'refused'; reason: string }
type ToCandidate = Claimed & { to: { kind: 'candidate' } }
type Going = Extract<Route, { kind: 'go' }>
/** The message goes on under the same claim with what is left, or its work has ended. */
type Next = Claimed | undefined

export async function sendToCandidate(deps: NotificationDeps, first: ToCandidate): Promise<void> {
  const composing = await compose(deps, first)
  if (composing.kind === 'refused') return endFailed(deps, first, composing.reason)
  const { composed } = composing

  for (let claimed: Next = first; claimed;) {
    const route = await routeFor(deps, claimed, composed)
    if (route.kind === 'unreachable') return endFailed(deps, claimed, route.why)
    if (route.kind === 'later') return endWaiting(deps, claimed, route)

    const attempt = await channelNamed[route.channel].send(deps, claimed, { composed, why: route.why })
    claimed = await after(deps, claimed, { attempt, route })
  }
}

async function compose(deps: NotificationDeps, message: ToCandidate): Promise<Composing> {
  const { orgId, to } = message
  const template = message.template as ToCandidateTemplate
  const contact = await deps.contactOf(orgId, to.candidateId, to.applicationId)
  if (!contact) return { kind: 'refused', reason: 'contact-gone' }
  const texts = await deps.textsOf(orgId)
  if (!texts) return { kind: 'refused', reason: 'no-texts' }

  const settings = await deps.settingsOf(orgId)
  const variables = await deps.messages.bodyOf<TemplateVariables[typeof template]>(message)
  const filling = fillTemplate(template, variables, { language: contact.language, zone: settings.zone, texts })
  if (filling.kind === 'refused') return filling
  const named = await deps.people.shortCodeAndName(orgId, to.candidateId)
  const fields = { ...filling.fields, ...(named && { code: named.shortCode }) }
  return { kind: 'composed', composed: { contact, settings, template, ...filling, fields } }
}

async function routeFor(deps: NotificationDeps, message: Claimed, composed: Composed): Promise<Route> {
  const { contact, settings } = composed
  const { zone, quietHours, channels } = settings
  const { openid, phone, email } = contact
  const counted = await Promise.all(
    allChannels.map(async ({ name, channel }) => [name, await channel.left(deps, message, composed)] as const),
  )
  const now = deps.clock.now()

  return chooseChannel({
    contact: { ...(openid && { openid }), ...(phone && { phone }), ...(email && { email }) },
    left: Object.fromEntries(counted) as Record<CandidateChannelName, number>,
    refusedBy: message.ledger
      .filter(({ outcome }) => outcome === 'refused' || outcome === 'undelivered')
      .map(({ channel }) => channel)
      .filter(isToCandidate),
    now,
    zone,
    quietHours,
    channels,
    exempt: message.quiet === 'exempt' && (!message.exemptUntil || now < message.exemptUntil),
    ...(message.tapUntil && { tapUntil: message.tapUntil }),
  })
}

async function after(
  deps: NotificationDeps,
  before: Claimed,
  { attempt, route: { channel, why } }: { attempt: ChannelAttempt; route: Going },
): Promise<Next> {
  switch (attempt.kind) {
    case 'choose-again':
      return before
    case 'lost':
      return undefined
    case 'not-asked':
      await endTryLater(deps, failedBefore(before, { channel, why, at: deps.clock.now(), code: attempt.code }), 0)
      return undefined
    case 'answered':
      return (await endUnlessRefused(deps, attempt))
        ? deps.messages.markRefused(attempt.claimed, attempt.claimed.ledger)
        : undefined
  }
}
