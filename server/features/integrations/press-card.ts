/**
 * A button of a card that our app sent to a member (02, `template_card_event`). The card then says what came of it. The event may be
 * worked on twice: holding what is on hold changes nothing.
 */
import type { Language } from '../../../shared/contracts/text.js'
import { AppError } from '../../errors.js'
import { auditedChange, type AuditedAct, type AuditTrail } from '../../ports/audit-trail.js'
import type { CallbackMessage } from '../../ports/platform-callback.js'
import { mayActOn, rolesOn, type StaffCaller } from '../../ports/staff.js'
import type { StaffMessenger } from '../../ports/staff-messenger.js'
import { flowPolicy, type Decision, type DecisionStore } from '../flow/index.js'
import type { CallbackHandler } from './callback.js'
import { texts } from './texts/index.js'

export interface PressDeps {
  decisions: Pick<DecisionStore, 'findById'>
  hold: (
    decision: Decision,
    by: { memberId: string; roles: ReturnType<typeof rolesOn>; reason: string },
  ) => Promise<unknown>
  /** Undefined: nobody who works here. */
  staffOf: (orgId: string, userid: string) => Promise<{ caller: StaffCaller; language: Language } | undefined>
  staffMessenger: Pick<StaffMessenger, 'settleCard'>
  audit: AuditTrail
  log: { warn(fields: object, text: string): void }
}

type Act = { name: 'hold' | 'seen'; decisionId: string }
type Result = keyof typeof texts.pressed

export const pressCard =
  (deps: PressDeps): CallbackHandler =>
  async ({ orgId, message }) => {
    const act = actOf(message)
    if (!act) return
    const staff = await deps.staffOf(orgId, message.from)
    const result = await resultOf(deps, {
      orgId,
      act,
      userid: message.from,
      caller: staff?.caller,
      language: staff?.language ?? 'zh',
    })

    const settled = await deps.staffMessenger.settleCard({
      userids: [message.from],
      responseCode: textOf(message, 'ResponseCode'),
      text: texts.pressed[result][staff?.language ?? 'zh'],
    })
    if (settled.kind !== 'sent')
      deps.log.warn({ outcome: settled.kind }, 'a card could not be told what came of its button')
  }

const textOf = ({ fields }: CallbackMessage, name: string): string =>
  typeof fields[name] === 'string' ? fields[name] : ''

function actOf(message: CallbackMessage): Act | undefined {
  const [, name, decisionId] = /^(hold|seen):([0-9a-f]{24})$/.exec(textOf(message, 'EventKey')) ?? []
  return name && decisionId ? { name: name as Act['name'], decisionId } : undefined
}

interface Press {
  orgId: string
  act: Act
  userid: string
  caller: StaffCaller | undefined
  language: Language
}

async function resultOf(deps: PressDeps, { orgId, act, userid, caller, language }: Press): Promise<Result> {
  const decision = await deps.decisions.findById(orgId, act.decisionId)
  const entry = {
    orgId,
    actor: caller?.memberId ?? `unknown:${userid}`,
    via: 'bot' as const,
    action: `card.${act.name}`,
    subject: { kind: 'decision', id: act.decisionId },
  }
  if (!caller || !decision || !mayActOn(caller, flowPolicy.decide, decision.positionId)) {
    await deps.audit.append({ ...entry, result: 'refused', code: 'not-allowed' })
    return 'not-allowed'
  }
  if (act.name === 'seen') {
    await deps.audit.append({ ...entry, result: 'done' })
    return 'seen'
  }
  if (decision.heldAt) return 'held'
  return holdNow(deps, { decision, caller, entry, language })
}

interface Hold {
  decision: Decision
  caller: StaffCaller
  entry: AuditedAct
  language: Language
}

async function holdNow(deps: PressDeps, { decision, caller, entry, language }: Hold): Promise<Result> {
  try {
    const by = {
      memberId: caller.memberId,
      roles: rolesOn(caller, decision.positionId),
      reason: texts.heldFromWecom[language],
    }
    await auditedChange(deps.audit, entry, () => deps.hold(decision, by))
    return 'held'
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    return error.status === 403 ? 'not-allowed' : 'decided'
  }
}
