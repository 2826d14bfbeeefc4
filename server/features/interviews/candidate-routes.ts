/** The interview on the candidate's phone. Every act returns the whole view, so that a phone that missed one is right again. */
import Router from '@koa/router'
import type { Context } from 'koa'
import { ById } from '../../../shared/contracts/ids.js'
import {
  AskSimpler,
  BeginAnswer,
  Heartbeat,
  InterviewAct,
  QuestionOfInterview,
  SaveDraft,
  StartInterview,
  SubmitAnswer,
} from '../../../shared/contracts/interviews.js'
import { candidateOf, signedIn } from '../../http/session.js'
import { validBody, validParams } from '../../http/validate.js'
import { acknowledgeShown } from './acknowledge-shown.js'
import { askSimpler } from './ask-simpler.js'
import { answerQuestion, type AnswerDeps } from './answer-question.js'
import { beginAnswer } from './begin-answer.js'
import { catchUp } from './catch-up.js'
import { changeInterview, type Rule } from './change-interview.js'
import { extendRest } from './extend-rest.js'
import type { Interview } from './interview.js'
import type { InterviewStore } from './interview-store.js'
import { issueQuestion } from './issue-question.js'
import { presentInterviewForCandidate } from './present-interview.js'
import { recordHeartbeat } from './record-heartbeat.js'
import { saveDraft } from './save-draft.js'
import { startInterview, type StartDeps } from './start-interview.js'
import { viewInterview } from './view-interview.js'

type Deps = StartDeps &
  Pick<AnswerDeps, 'askOn'> & {
    /** What may be asked after a question is made ready while it is read. */
    getReady: (interview: Interview, number: number) => void
    interviews: Pick<InterviewStore, 'find'>
  }

export function candidateInterviewRoutes(deps: Deps): Router {
  const router = new Router({ prefix: '/api/candidate/interviews' })
  router.use(signedIn('candidate'))

  const show = (interview: Interview) => {
    const now = deps.clock.now()
    return presentInterviewForCandidate(catchUp(interview, now), now)
  }
  const change = async (which: Own, rule: Rule) => show(await changeInterview(deps, which, rule))

  router.post('/', async (ctx) => {
    const body = validBody(ctx, StartInterview)

    ctx.body = show(await startInterview(deps, { ...body, ...candidateOf(ctx) }))
  })

  router.get('/:id', async (ctx) => {
    ctx.body = show(await viewInterview(deps, ownInterview(ctx)))
  })

  router.post('/:id/heartbeat', async (ctx) => {
    const said = validBody(ctx, Heartbeat)

    ctx.body = await change(ownInterview(ctx), (interview, now) => recordHeartbeat(interview, { now, ...said }))
  })

  router.post('/:id/rest', async (ctx) => {
    const { deviceKey } = validBody(ctx, InterviewAct)

    ctx.body = await change(ownInterview(ctx), (interview, now) => extendRest(interview, { now, deviceKey }))
  })

  router.post('/:id/questions/:number/issue', async (ctx) => {
    const { which, number } = ownQuestion(ctx)
    const { deviceKey } = validBody(ctx, InterviewAct)

    ctx.body = await change(which, (interview, now) => issueQuestion(interview, { now, deviceKey, number }))
  })

  router.post('/:id/questions/:number/shown', async (ctx) => {
    const { which, number } = ownQuestion(ctx)
    const { deviceKey } = validBody(ctx, InterviewAct)

    const shown = await changeInterview(deps, which, (interview, now) =>
      acknowledgeShown(interview, { now, deviceKey, number }),
    )
    deps.getReady(shown, number)
    ctx.body = show(shown)
  })

  router.post('/:id/questions/:number/begin', async (ctx) => {
    const { which, number } = ownQuestion(ctx)
    const begun = validBody(ctx, BeginAnswer)

    ctx.body = await change(which, (interview, now) => beginAnswer(interview, { now, number, ...begun }))
  })

  router.post('/:id/questions/:number/simpler', async (ctx) => {
    const { which, number } = ownQuestion(ctx)
    const asked = validBody(ctx, AskSimpler)

    ctx.body = await change(which, (interview, now) => askSimpler(interview, { now, number, ...asked }))
  })

  router.put('/:id/questions/:number/draft', async (ctx) => {
    const { which, number } = ownQuestion(ctx)
    const draft = validBody(ctx, SaveDraft)

    ctx.body = await change(which, (interview, now) => saveDraft(interview, { now, number, ...draft }))
  })

  router.put('/:id/questions/:number/answer', async (ctx) => {
    const { which, number } = ownQuestion(ctx)
    const answer = validBody(ctx, SubmitAnswer)

    ctx.body = show(await answerQuestion(deps, which, { number, ...answer }))
  })

  return router
}

interface Own {
  orgId: string
  openid: string
  id: string
}

/** Whose it must be is part of the look-up, so that somebody else's interview does not exist for the caller. */
const ownInterview = (ctx: Context): Own => ({ ...candidateOf(ctx), ...validParams(ctx, ById) })

function ownQuestion(ctx: Context): { which: Own; number: number } {
  const { id, number } = validParams(ctx, QuestionOfInterview)
  return { which: { ...candidateOf(ctx), id }, number: Number(number) }
}
