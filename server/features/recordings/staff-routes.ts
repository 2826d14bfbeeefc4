/** Recordings for whoever may read the report. Opened piece by piece as they are played; what was given and what was heard is in the audit trail. */
import { Readable } from 'node:stream'
import type Router from '@koa/router'
import type { Context } from 'koa'
import { ById } from '../../../shared/contracts/ids.js'
import { ClipAddress, Listened } from '../../../shared/contracts/recordings.js'
import { forbidden, notFound } from '../../errors.js'
import { rangeIn, type ByteRange } from '../../http/byte-range.js'
import { staffRouter, type StaffCall } from '../../http/staff-router.js'
import { validBody, validParams } from '../../http/validate.js'
import type { AuditTrail } from '../../ports/audit-trail.js'
import type { Clock } from '../../ports/clock.js'
import type { Interview, InterviewStore } from '../interviews/index.js'
import type { Sharing } from '../invitations/index.js'
import { handedOut } from './handed-out.js'
import type { MediaType } from './media-type.js'
import { recordingsPolicy } from './policy.js'
import { clipsThatCount, countedIn, presentRecordings, type Counted } from './present-recording.js'
import { bytesOf, readClip, type ReadClipDeps } from './read-clip.js'
import type { RecordingStore } from './recording-store.js'
import type { ArrivedClip, Recording } from './recording.js'

export interface PlayDeps extends ReadClipDeps {
  interviews: Pick<InterviewStore, 'find'>
  recordings: ReadClipDeps['recordings'] & Pick<RecordingStore, 'listOf' | 'findById' | 'transcriptOf' | 'peaksOf'>
  sharing: Pick<Sharing, 'mayRead'>
  audit: AuditTrail
  clock: Clock
}

const may = recordingsPolicy.play

export function staffRecordingRoutes(deps: PlayDeps): Router {
  const { router, get, post } = staffRouter('/api/staff', deps)
  const given = handedOut()

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
      const played = await clipFor(deps, ctx, call)
      const { first, last } = rangeFor(ctx, played)
      ctx.set('content-disposition', 'inline')
      const once = given.note({ memberId: call.caller.memberId, played, first, last }, deps.clock.now())
      return { body: bytesFor(deps, played, { first, last }), ...inTrail(played, { first, last }), once }
    },
  )

  get(
    '/recordings/:id/clips/:clip/file',
    {
      action: 'recording.download',
      may,
      download: true,
      subject: (ctx) => ({ kind: 'recording', id: validParams(ctx, ClipAddress).id }),
    },
    async (ctx, call) => {
      const played = await clipFor(deps, ctx, call)
      const all = { first: 0, last: bytesOf(played.clip.playable) - 1 }
      ctx.attachment(fileNameOf(played))
      ctx.type = played.clip.type!
      ctx.length = all.last + 1
      return { body: bytesFor(deps, played, all), ...inTrail(played, all) }
    },
  )

  post(
    '/recordings/:id/listened',
    {
      action: 'recording.listened',
      may,
      reads: true,
      subject: (ctx) => ({ kind: 'recording', id: validParams(ctx, ById).id }),
    },
    async (ctx, call) => {
      const { fromSeconds, toSeconds, seconds } = validBody(ctx, Listened)
      await countedFor(deps, call, validParams(ctx, ById).id)
      return { body: undefined, count: seconds, ids: [`from-${fromSeconds}s`, `to-${toSeconds}s`] }
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
async function countedFor(deps: PlayDeps, call: StaffCall, id: string): Promise<Counted> {
  const { orgId } = call.caller
  const asked = await deps.recordings.findById(orgId, id)
  if (!asked) throw notFound('recording')
  const interview = await interviewFor(deps, call, asked.interviewId)
  const all = await deps.recordings.listOf(orgId, interview.id)
  const counted = countedIn(interview, all).find(({ recording }) => recording.id === id)
  if (!counted) throw notFound('recording')
  return counted
}

async function clipFor(deps: PlayDeps, ctx: Context, call: StaffCall): Promise<Played> {
  const { id, clip: number } = validParams(ctx, ClipAddress)
  const counted = await countedFor(deps, call, id)
  const clip = clipsThatCount(counted).find((one) => one.clip === Number(number))
  if (clip?.type === undefined) throw notFound('recording')
  return { recording: counted.recording, clip }
}

/** Its type is one of a few, found in its bytes when it came; a browser that is led to it draws and runs nothing (safe-replies.ts). */
function rangeFor(ctx: Context, { clip }: Played): ByteRange {
  const all = bytesOf(clip.playable)
  const range = rangeIn(ctx, all)
  const { first, last } = range ?? { first: 0, last: all - 1 }
  ctx.status = range ? 206 : 200
  if (range) ctx.set('content-range', `bytes ${first}-${last}/${all}`)
  ctx.set('accept-ranges', 'bytes')
  ctx.set('content-type', clip.type!)
  ctx.length = last - first + 1
  return { first, last }
}

const bytesFor = (deps: ReadClipDeps, { recording, clip }: Played, range: ByteRange): Readable =>
  Readable.from(readClip(deps, recording, clip.playable, range))

/** Which clip, and from which byte to which. */
const inTrail = ({ clip }: Played, { first, last }: ByteRange) => ({
  count: last - first + 1,
  ids: [`clip-${clip.clip}`, `bytes-${first}-${last}`],
})

/** Says nothing of whom it is. */
const fileNameOf = ({ recording: { number }, clip: { clip, type } }: Played): string =>
  `recording-question-${number}-clip-${clip}.${endings[type!]}`

const endings: Record<MediaType, string> = {
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'audio/webm': 'weba',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
}
