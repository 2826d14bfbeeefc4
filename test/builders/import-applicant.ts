/** Somebody whom the bank knows by import: their number is the bank's word, no WeChat belongs to them yet. */
import type { Resume } from '../../shared/contracts/talent.js'
import { applyToPosition, type Application } from '../../server/features/talent/index.js'
import type { Deps } from '../../server/wiring/deps.js'

export const importApplicant = (
  { deps, orgId }: { deps: Deps; orgId: string },
  resume: Resume,
  positionId = 'teller',
): Promise<Application> => applyToPosition(deps, { orgId, positionId, resume, language: 'zh', source: 'import' })
