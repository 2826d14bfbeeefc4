/**
 * A candidate asks in the app that everything about them is deleted. HR's group hears of it at once and may carry it out, or say that the
 * law keeps the file; when nobody did anything for so many days, it is carried out by itself (sweep-ended.job.ts). Until then it can be
 * taken back.
 */
import type { DeletionAsked } from '../../../shared/contracts/retention.js'
import { conflict, notFound } from '../../errors.js'
import type { Notifications } from '../notifications/index.js'
import { isHeldBy, type Application, type ApplicationStore } from '../talent/index.js'
import { daysToCarryOut } from './deletion.js'
import type { DeletionRequestStore } from './deletion-request-store.js'
import { daysAfter } from './personal-data-store.js'
import { refusalOf, type RequestDeletionDeps } from './request-deletion.js'

export interface AskDeletionDeps extends Omit<RequestDeletionDeps, 'wake'> {
  applications: Pick<ApplicationStore, 'findById'>
  deletionRequests: Pick<DeletionRequestStore, 'ask' | 'takeBack' | 'find'>
  notifications: Pick<Notifications, 'tellGroup'>
}

interface Asking {
  orgId: string
  openid: string
  applicationId: string
}

export async function readAsked(deps: AskDeletionDeps, asking: Asking): Promise<DeletionAsked> {
  return askedOf(deps, await ownApplication(deps, asking))
}

export async function askDeletion(deps: AskDeletionDeps, asking: Asking): Promise<DeletionAsked> {
  const { id, orgId, candidateId } = await ownApplication(deps, asking)
  await deps.deletionRequests.ask({ orgId, candidateId, at: deps.clock.now() })

  const { at } = (await deps.deletionRequests.find(orgId, candidateId)) ?? { at: deps.clock.now() }
  const key = `deletion-asked:${candidateId}:${at.getTime()}`
  const about = { kind: 'application', id } as const
  await deps.notifications.tellGroup({ orgId, candidateId, key, kind: 'deletion-asked', about, at })
  return askedOf(deps, { orgId, candidateId })
}

/** @throws AppError deletion-begun */
export async function takeDeletionBack(deps: AskDeletionDeps, asking: Asking): Promise<DeletionAsked> {
  const { orgId, candidateId } = await ownApplication(deps, asking)
  if (await deps.deletions.findOf(orgId, candidateId)) throw conflict('deletion-begun')
  await deps.deletionRequests.takeBack(orgId, candidateId)
  return askedOf(deps, { orgId, candidateId })
}

async function ownApplication(
  { applications }: AskDeletionDeps,
  { orgId, openid, applicationId }: Asking,
): Promise<Application> {
  const application = await applications.findById(orgId, applicationId)
  if (!application || !isHeldBy(application, openid)) throw notFound('application')
  return application
}

async function askedOf(
  deps: AskDeletionDeps,
  { orgId, candidateId }: Pick<Application, 'orgId' | 'candidateId'>,
): Promise<DeletionAsked> {
  const [asked, { applicationIds }] = await Promise.all([
    deps.deletionRequests.find(orgId, candidateId),
    deps.personalData.tracesOf(orgId, candidateId),
  ])
  const refused = await refusalOf(deps, { orgId, candidateId, applicationIds })
  return {
    until: daysAfter(asked?.at ?? deps.clock.now(), daysToCarryOut).toISOString(),
    applications: applicationIds.length,
    ...(asked && { at: asked.at.toISOString() }),
    ...(refused && { refused }),
  }
}
