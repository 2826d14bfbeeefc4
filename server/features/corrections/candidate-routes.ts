import Router from '@koa/router'
import { CorrectTranscript } from '../../../shared/contracts/corrections.js'
import { ById } from '../../../shared/contracts/ids.js'
import { QuestionOfInterview } from '../../../shared/contracts/interviews.js'
import { candidateOf, signedIn } from '../../http/session.js'
import { validBody, validParams } from '../../http/validate.js'
import { correctTranscript, type CorrectDeps } from './correct-transcript.js'
import { viewTranscripts } from './view-transcripts.js'

export function correctionRoutes(deps: CorrectDeps): Router {
  const router = new Router({ prefix: '/api/candidate/interviews' })
  router.use(signedIn('candidate'))

  router.get('/:id/transcripts', async (ctx) => {
    ctx.body = await viewTranscripts(deps, { ...candidateOf(ctx), ...validParams(ctx, ById) })
  })

  router.put('/:id/questions/:number/correction', async (ctx) => {
    const { id, number } = validParams(ctx, QuestionOfInterview)
    const { text } = validBody(ctx, CorrectTranscript)

    ctx.body = await correctTranscript(deps, { ...candidateOf(ctx), id }, { number: Number(number), text })
  })

  return router
}
