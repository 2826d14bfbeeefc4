/** A claimed message to a candidate: channel after channel until one takes it, all within one claim. */
import type { CandidateTemplate } from '../../../../shared/contracts/notifications.js'
import type { SendOutcome } from '../../../ports/messenger.js'
import { attemptChannel, failedBefore, type Attempted } from '../outbox/attempt-channel.js'
import { chooseChannel, type Route } from './choose-channel.js'
import { endFailed, endSent, endTryLater, endUnconfirmed, endWaiting } from '../outbox/end-message.js'
import { fillTemplate, type Filled } from './fill-template.js'
import type { Claimed } from '../outbox/message-store.js'
import type { Contact, NotificationDeps, NotificationSettings } from '../notification-deps.js'
import type { TemplateVariables } from './templates.js'

interface Letter extends Filled {
  contact: Contact
  settings: NotificationSettings
  template: CandidateTemplate
}

type Written = { kind: 'written'; letter: Letter } | { kind: 'refused'; reason: string }
type ToCandidate = Claimed & { to: { kind: 'candidate' } }
type Going = Extract<Route, { kind: 'go' }>
/** The message goes on under the same claim with what is left, or its work has ended. */
type Next = Claimed | undefined

const linkLifeMs = 30 * 24 * 3_600_000

export async function sendToCandidate(deps: NotificationDeps, first: ToCandidate): Promise<void> {
  const written = await writeLetter(deps, first)
  if (written.kind === 'refused') return endFailed(deps, first, written.reason)
  const { letter } = written

  for (let claimed: Next = first; claimed;) {
    const route = await routeFor(deps, claimed, letter)
    if (route.kind === 'unreachable') return endFailed(deps, claimed, route.why)
    if (route.kind === 'later') return endWaiting(deps, claimed, { ...route, ...tapOf(route, letter.contact) })

    claimed =
      route.channel === 'subscription'
        ? await bySubscription(deps, claimed, { letter, route })
        : await bySms(deps, claimed, { letter, route })
  }
}

async function writeLetter(deps: NotificationDeps, message: ToCandidate): Promise<Written> {
  const { orgId, to } = message
  const template = message.template as CandidateTemplate
  const contact = await deps.contactOf(orgId, to.candidateId)
  if (!contact) return { kind: 'refused', reason: 'contact-gone' }
  const texts = await deps.textsOf(orgId)
  if (!texts) return { kind: 'refused', reason: 'no-texts' }

  const settings = await deps.settingsOf(orgId)
  const variables = await deps.messages.bodyOf<TemplateVariables[typeof template]>(message)
  const filling = fillTemplate(template, variables, { language: contact.language, zone: settings.zone, texts })
  return filling.kind === 'refused' ? filling : { kind: 'written', letter: { contact, settings, template, ...filling } }
}

async function routeFor(
  deps: NotificationDeps,
  message: Claimed,
  { contact, settings, template }: Letter,
): Promise<Route> {
  const { zone, quietHours } = settings
  const now = deps.clock.now()
  const { openid, phone } = contact
  const credits = openid
    ? await deps.subscriptions.creditsOf({ orgId: message.orgId, openid, template }, message.dedupeKey)
    : 0

  return chooseChannel({
    contact: { ...(openid && { openid }), ...(phone && { phone }) },
    credits,
    refusedBy: message.ledger.filter(({ outcome }) => outcome === 'refused').map(({ channel }) => channel),
    now,
    zone,
    quietHours,
    exempt: message.quiet === 'exempt' && (!message.exemptUntil || now < message.exemptUntil),
    ...(message.tapUntil && { tapUntil: message.tapUntil }),
  })
}

async function bySubscription(
  deps: NotificationDeps,
  claimed: Claimed,
  { letter, route }: { letter: Letter; route: Going },
): Promise<Next> {
  const { contact, template, fields, page, query } = letter
  const { openid, language } = contact as Contact & { openid: string }
  const { orgId, dedupeKey } = claimed
  const who = { orgId, openid, template }
  if (!(await deps.subscriptions.take(who, dedupeKey))) return claimed // another message took the last one: choose again

  const attempted = await attemptChannel(deps, claimed, route, () =>
    deps.subscriptionMessenger.send({ openid, template, fields, page: `${page}?${query}`, language }),
  )
  if (attempted.kind === 'answered') await accountFor(deps, who, { outcome: attempted.outcome, dedupeKey })
  return endOf(deps, attempted)
}

/** Keeps our count of accepts in step with what the platform said. */
async function accountFor(
  { subscriptions }: NotificationDeps,
  who: { orgId: string; openid: string; template: CandidateTemplate },
  { outcome, dedupeKey }: { outcome: SendOutcome; dedupeKey: string },
): Promise<void> {
  if (outcome.kind === 'sent' || outcome.kind === 'unknown') return subscriptions.spend(who, dedupeKey)
  if (outcome.kind === 'refused' && outcome.reason === 'spent') return subscriptions.clear(who, dedupeKey)
  return subscriptions.giveBack(who, dedupeKey)
}

async function bySms(
  deps: NotificationDeps,
  claimed: Claimed,
  { letter, route }: { letter: Letter; route: Going },
): Promise<Next> {
  const { contact, template, fields, page, query } = letter
  const now = deps.clock.now()
  const expiresAt = claimed.notAfter ?? new Date(now.getTime() + linkLifeMs)
  const link = await deps.links.linkTo({ page, query, expiresAt }).catch((err: unknown) => {
    deps.log.error({ err, messageId: claimed.id }, 'no link could be made')
    return undefined
  })
  if (!link) {
    await endTryLater(deps, failedBefore(claimed, { channel: 'sms', why: route.why, at: now, code: 'no-link' }), 0)
    return undefined
  }

  const message = { phone: contact.phone!, template, fields: { ...fields, link } }
  return endOf(deps, await attemptChannel(deps, claimed, route, () => deps.sms.send(message)))
}

async function endOf(deps: NotificationDeps, attempted: Attempted): Promise<Next> {
  if (attempted.kind === 'lost') return undefined
  const { claimed, outcome } = attempted
  switch (outcome.kind) {
    case 'refused':
      return deps.messages.markRefused(claimed, claimed.ledger)
    case 'sent':
      await endSent(deps, claimed)
      return undefined
    case 'unknown':
      await endUnconfirmed(deps, claimed)
      return undefined
    case 'try-later':
      await endTryLater(deps, claimed, outcome.afterMs)
      return undefined
  }
}

const tapOf = (route: Route, { openid }: Contact) =>
  route.kind === 'later' && route.why === 'waits-for-tap' && openid ? { tapOpenid: openid } : {}
