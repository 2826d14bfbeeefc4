/** What was drawn for whom, and why; read when the next interview begins and on the report page. */
import { Types } from 'mongoose'
import type { Place, Vault } from '../../mongo/vault.js'
import type { WhyAsked } from '../question-bank/index.js'
import type { Interview } from './interview.js'
import type { InterviewRows } from './interview-row-store.js'
import { bytesOf } from './seal-questions.js'

type Whose = Pick<Interview, 'id' | 'orgId' | 'candidateId' | 'applicationId'>

/** Far more than one person sits. */
const mostLookedAt = 50

export const sealWhy = (vault: Vault, whose: Whose, why: readonly WhyAsked[]): Promise<Buffer> =>
  vault.seal(whyPlace(whose), why)

export function interviewChoices({ model, vault }: InterviewRows) {
  const sourcesOf = async (filter: { orgId: string } & ({ candidateId: { $in: string[] } } | { openid: string })) =>
    (
      await model
        .find(filter, ['questions.sourceId'])
        .limit(mostLookedAt)
        .lean<{ questions: { sourceId: string }[] }[]>()
    )
      .flatMap(({ questions }) => questions)
      .map(({ sourceId }) => sourceId)

  return {
    /** Ids of the questions that these files, or this WeChat, were given in any interview. */
    async askedBefore(
      orgId: string,
      { candidateIds, openid }: { candidateIds: string[]; openid: string },
    ): Promise<ReadonlySet<string>> {
      const found = await Promise.all([
        sourcesOf({ orgId, candidateId: { $in: candidateIds } }),
        sourcesOf({ orgId, openid }),
      ])
      return new Set(found.flat())
    },

    /** Empty of an interview that began before reasons were kept. */
    async whyAsked(whose: Whose): Promise<WhyAsked[]> {
      const { id, orgId } = whose
      const row = await model
        .findOne({ _id: new Types.ObjectId(id), orgId }, ['sealedWhy'])
        .lean<{ sealedWhy?: Uint8Array }>()
      return row?.sealedWhy ? vault.open<WhyAsked[]>(whyPlace(whose), bytesOf(row.sealedWhy)) : []
    },
  }
}

const whyPlace = ({ orgId, candidateId, id, applicationId }: Whose): Place => ({
  orgId,
  ownerId: candidateId,
  collection: 'interviews',
  id,
  of: { applicationId },
  field: 'sealedWhy',
})
