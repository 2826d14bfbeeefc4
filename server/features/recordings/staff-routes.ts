/** Recordings for whoever may read the report. Opened piece by piece as they are played; each playing is in the audit trail. */
import { Readable } from 'node:stream'
import type Router from '@koa/router'
import type { Context } from 'koa'
import { ById } from '../../../shared/contracts/ids.js'
import { ClipAddress } from '../../../shared/contracts/recordings.js'
import { forbidden, notFound } from '../../errors.js'
import { rangeIn } from '../../http/byte-range.js'
import { staffRouter, type StaffCall } from '../../http/staff-router.js'
import { validParams } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { Interview, InterviewStore } from '../interviews/index.js'
import type { Sharing } from '../invitations/index.js'
import { recordingsPolicy } from './policy.js'
import { clipsThatCount, countedIn, presentRecordings } from './present-recording.js'
import { bytesOf, readClip, type ReadClipDeps } from './read-clip.js'
import type { RecordingStore } from './recording-store.js'
import type { ArrivedClip, Recording } from './recording.js'

export interface PlayDeps extends ReadClipDeps {
  interviews: Pick<InterviewStore, 'find'>
  recordings: ReadClipDeps['recordings'] & Pick<RecordingStore, 'listOf' | 'findById' | 'transcriptOf' | 'peaksOf'>
  sharing: Pick<Sharing, 'mayRead'>
  audit: AuditTrail
}

const may = recordingsPolicy.play

export function staffRecordingRoutes(deps: PlayDeps): Router {
  const { router, get } = staffRouter('/api/staff', deps)

  get(
    '/interviews/:id/recordings',
    { action: 'recording.list', may, subject: (ctx) => ({ kind: 'interview', id: validParams(ctx, ById).id }) },
    async (ctx, call) => {
      const interview = await interviewFor(deps, call, validParams(ctx, ById).id)
      const all = await deps.recordings.listOf(interview.orgId, interview.id)
      const body = await presentRecordings(countedIn(interview, all), deps.recordings)
      return { body, count: body.recordings.length, ids: body.recordings.map(({ id }) => id) }
    },
  )

  get(
    '/recordings/:id/clips/:clip',
    { action: 'recording.play', may, subject: (ctx) => ({ kind: 'recording', id: validParams(ctx, ClipAddress).id }) },
    async (ctx, call) => {
      const { recording, clip } = await clipFor(deps, ctx, call)
      const { body, bytes } = served(deps, ctx, { recording, clip })
      return { body, count: bytes, ids: [`clip-${clip.clip}`] }
    },
  )

  return router
}

async function interviewFor(deps: PlayDeps, call: StaffCall, id: string): Promise<Interview> {
  const { caller } = call
  const interview = await deps.interviews.find({ orgId: caller.orgId, id })
  if (!interview) throw notFound('interview')
  call.within(interview.positionId)
  if (!(await deps.sharing.mayRead(caller, interview))) throw forbidden('not-shared')
  return interview
}

interface Played {
  recording: Recording
  clip: ArrivedClip
}

/** A take that the candidate recorded again is nobody's to hear. */
async function clipFor(deps: PlayDeps, ctx: Context, call: StaffCall): Promise<Played> {
  const { id, clip: number } = validParams(ctx, ClipAddress)
  const { orgId } = call.caller
  const asked = await deps.recordings.findById(orgId, id)
  if (!asked) throw notFound('recording')
  const interview = await interviewFor(deps, call, asked.interviewId)
  const all = await deps.recordings.listOf(orgId, interview.id)
  const counted = countedIn(interview, all).find(({ recording }) => recording.id === id)
  const clip = counted && clipsThatCount(counted).find((one) => one.clip === Number(number))
  if (!counted || clip?.type === undefined) throw notFound('recording')
  return { recording: counted.recording, clip }
}

/** Its type is one of a few, found in its bytes when it came; a browser that is led to it draws and runs nothing (safe-replies.ts). */
function served(deps: ReadClipDeps, ctx: Context, { recording, clip }: Played): { body: Readable; bytes: number } {
  const all = bytesOf(clip.playable)
  const range = rangeIn(ctx, all)
  const { first, last } = range ?? { first: 0, last: all - 1 }
  ctx.status = range ? 206 : 200
  if (range) ctx.set('content-range', `bytes ${first}-${last}/${all}`)
  ctx.set('accept-ranges', 'bytes')
  ctx.set('content-disposition', 'inline')
  ctx.set('content-type', clip.type!)
  ctx.length = last - first + 1
  return { body: Readable.from(readClip(deps, recording, clip.playable, { first, last })), bytes: last - first + 1 }
}
