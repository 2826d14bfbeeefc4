/** What a phone records, piece by piece. Known, counted and wanted before a byte of it is read. */
import Router from '@koa/router'
import type { Context } from 'koa'
import { maxPieceBytes, PieceAddress, TakesOfQuestion } from '../../../shared/contracts/recordings.js'
import { invalidInput } from '../../errors.js'
import { rateLimited } from '../../http/rate-limit.js'
import { rawBody } from '../../http/raw-body.js'
import { candidateOf, signedIn } from '../../http/session.js'
import { validParams } from '../../http/validate.js'
import { questionOf, viewInterview } from '../interviews/index.js'
import { keepPiece, openPiece, refuseOtherPhone, type KeepPieceDeps } from './keep-piece.js'
import { takesOf } from './recording.js'

/** Some three a second while it records, and what a killed phone has to catch up with. */
const piecesAMinute = { points: 300, perSeconds: 60 }
const hex = '^[0-9a-f]{64}$'

export function candidateRecordingRoutes(deps: KeepPieceDeps): Router {
  const router = new Router({ prefix: '/api/candidate/interviews/:id/questions/:number/takes' })
  router.use(signedIn('candidate'))

  const limited = rateLimited({ ...piecesAMinute, keyOf: (ctx) => candidateOf(ctx).openid })

  router.put('/:take/clips/:clip/pieces/:piece', limited, async (ctx) => {
    const { id, ...at } = validParams(ctx, PieceAddress)
    const opened = await openPiece(deps, { ...candidateOf(ctx), id }, numbersIn(at))
    refuseOtherPhone(opened, ctx.get('x-device-key'))
    const sha256 = hashOf(ctx)
    const bytes = await rawBody(ctx, maxPieceBytes)
    if (bytes.length === 0) throw invalidInput([{ at: 'body', rule: 'minLength', allowed: 1 }])

    await keepPiece(deps, opened, { bytes, sha256 })
    ctx.status = 204
  })

  router.get('/', async (ctx) => {
    const { id, number } = validParams(ctx, TakesOfQuestion)
    const { orgId, ...interview } = await viewInterview(deps, { ...candidateOf(ctx), id })
    const way = questionOf(interview, Number(number))?.answersBy
    const all = await deps.recordings.listOf(orgId, interview.id)

    ctx.body = takesOf(all.filter((one) => one.number === Number(number) && one.way === way))
  })

  return router
}

function hashOf(ctx: Context): string {
  const hash = ctx.get('x-content-sha256')
  if (!new RegExp(hex).test(hash)) throw invalidInput([{ at: 'x-content-sha256', rule: 'pattern', allowed: hex }])
  return hash
}

const numbersIn = ({ number, take, clip, piece }: Record<'number' | 'take' | 'clip' | 'piece', string>) => ({
  number: Number(number),
  take: Number(take),
  clip: Number(clip),
  piece: Number(piece),
})
