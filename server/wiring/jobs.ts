/** The one table of jobs. `wake` only makes a job sooner: whatever it would do is done at its next turn anyway. */
import type { Deps } from './deps.js'
import { workCallbacks } from '../features/integrations/index.js'
import { answerBot } from '../features/bot/index.js'
import { endOverdue } from '../features/interviews/index.js'
import { deliverInvitations, expireInvitations } from '../features/invitations/index.js'
import {
  carryOutDecisions,
  escalateDecisions,
  followInterviews,
  followInvitations,
  followReports,
  moveScreened,
} from '../features/flow/index.js'
import { deliverMessages, postGroupCards } from '../features/notifications/index.js'
import { removeWithdrawnScores, scoreInterviews } from '../features/reports/index.js'
import { screenApplications } from '../features/screening/index.js'
import type { Job } from '../jobs/job-runner.js'

const everySecond = '* * * * * *'
/** Each lane claims one thing at a time; while one waits for the store or a platform, another works. */
const lanes = 6
const platformLanes = 8 // platforms answer far slower than the store
const everyMinute = '20 * * * * *' // off the full minute, when everybody else sends

export const jobTable = (deps: Deps): Job[] => [
  { name: 'screen-applications', schedule: everySecond, lanes, run: () => screenApplications(deps) },
  { name: 'move-screened', schedule: everySecond, lanes, run: () => moveScreened(deps) },
  { name: 'deliver-invitations', schedule: everySecond, lanes: platformLanes, run: () => deliverInvitations(deps) },
  { name: 'deliver-messages', schedule: everySecond, lanes: platformLanes, run: () => deliverMessages(deps.notifying) },
  { name: 'post-group-card', schedule: everySecond, run: () => postGroupCards(deps.notifying) },
  { name: 'follow-interviews', schedule: everySecond, lanes, run: () => followInterviews(deps) },
  { name: 'follow-invitations', schedule: everySecond, lanes, run: () => followInvitations(deps) },
  { name: 'end-overdue-questions', schedule: everySecond, run: () => endOverdue(deps) },
  { name: 'score-interviews', schedule: everySecond, lanes, run: () => scoreInterviews(deps) },
  { name: 'remove-withdrawn-scores', schedule: everySecond, run: () => removeWithdrawnScores(deps) },
  { name: 'follow-reports', schedule: everySecond, lanes, run: () => followReports(deps) },
  { name: 'work-callbacks', schedule: everySecond, lanes, run: () => workCallbacks(deps) },
  { name: 'carry-out-decisions', schedule: everySecond, lanes, run: () => carryOutDecisions(deps) },
  { name: 'escalate-decisions', schedule: everyMinute, run: () => escalateDecisions(deps) },
  ...botJobs(deps),
  { name: 'expire-invitations', schedule: everyMinute, run: () => expireInvitations(deps) },
]

/** A press of a button has to be answered within five seconds, whatever a command before it waits for. */
const botLanes = 3

function botJobs({ bot }: Deps): Job[] {
  if (!bot) return []
  return [
    { name: 'lead-bot', schedule: everySecond, run: () => bot.leader.tend() },
    { name: 'answer-bot', schedule: everySecond, lanes: botLanes, run: () => answerBot(bot.answering) },
  ]
}
