import type { Manifest, StoreTools } from '../../feature.js'
import { askOnWith, getReadyWith, type AskOnDeps } from './ask-on.js'
import { candidateInterviewRoutes } from './candidate-routes.js'
import { endOverdue } from './end-overdue.job.js'
import { interviewStore } from './interview-store.js'

const stores = ({ connection, vault }: StoreTools) => ({ interviews: interviewStore(connection, vault) })

export const interviewsFeature = {
  name: 'interviews',
  stores,
  gives: ({ interviews, ...early }: ReturnType<typeof stores> & AskOnDeps) => ({
    askOn: askOnWith(early),
    getReady: getReadyWith(early),
    interviewIdOf: async (orgId: string, invitationId: string) =>
      (await interviews.findSummary({ orgId, invitationId }))?.id,
  }),
  routers: (deps: Parameters<typeof candidateInterviewRoutes>[0]) => [candidateInterviewRoutes(deps)],
  jobs: (deps: Parameters<typeof endOverdue>[0] & ReturnType<typeof stores>) => [
    {
      name: 'end-overdue-questions',
      due: () => deps.interviews.dueOverdue(deps.clock.now()),
      run: () => endOverdue(deps),
    },
  ],
} satisfies Manifest
