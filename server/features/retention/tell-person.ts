/**
 * The last message to somebody whose file is deleted on request, by e-mail or SMS, with the number of the receipt. It goes before anything
 * is destroyed, because afterwards there is no address: the outbox sends it at most once and tries again by itself, until the time is up.
 */
import type { ToldHow } from '../../../shared/contracts/retention.js'
import type { Clock } from '../../ports/clock.js'
import type { Notifications } from '../notifications/index.js'
import type { Deletion } from './deletion.js'

export interface TellPersonDeps {
  notifications: Pick<Notifications, 'deliver'>
  clock: Clock
}

/** `no-more`: nobody is written to, or it is known how that ended. */
export type Telling = { kind: 'no-more' } | { kind: 'ended'; told: ToldHow } | { kind: 'later'; at: Date }

export async function tellPerson({ notifications, clock }: TellPersonDeps, deletion: Deletion): Promise<Telling> {
  const { id, orgId, candidateId, applicationIds, number, tellBy, told, passes } = deletion
  const newest = applicationIds.at(-1)
  if (told || passes > 0 || !tellBy || !number || !newest) return { kind: 'no-more' }
  if (clock.now() >= tellBy) return { kind: 'ended', told: 'unreached' }

  const delivery = await notifications.deliver({
    orgId,
    candidateId,
    applicationId: newest,
    template: 'deletion',
    variables: { number },
    dedupeKey: `deletion:${id}`,
    about: { kind: 'application', id: newest },
    notAfter: tellBy,
  })
  switch (delivery.kind) {
    case 'later':
      return { kind: 'later', at: delivery.at < tellBy ? delivery.at : tellBy }
    case 'sent':
      return { kind: 'ended', told: delivery.channel === 'email' ? 'email' : 'sms' }
    case 'unconfirmed':
      return { kind: 'ended', told: 'unconfirmed' }
    case 'unreachable':
    case 'dropped':
      return { kind: 'ended', told: 'unreached' }
  }
}
