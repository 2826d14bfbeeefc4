/** Looking for people by what somebody remembers of them. Found by index, then opened and compared: the newest come first. */
import type { QueryFilter } from 'mongoose'
import type { Plain } from '../../mongo/plain-rows.js'
import type { Vault } from '../../mongo/vault.js'
import type { CandidateRow, CandidateRows } from './candidate-row-store.js'
import { phoneTail, type CandidateIdentity } from './candidate.js'
import { holdingAll, holdsText, soughtParts } from './search-parts.js'

/** No I, L, O, U; two characters are half a code. */
const partOfCode = /^[0-9A-HJKMNP-TV-Z]{2,4}$/
const tailDigits = /^\d{4}$/
const wholePhone = /^1[3-9]\d{9}$/

export interface Found {
  ids: string[]
  /** There are more than were looked at. */
  more: boolean
}

type Sought = { filter: QueryFilter<CandidateRow>; is?: (identity: CandidateIdentity) => boolean }

const byCode = (orgId: string, code: string) => ({ orgId, open: true, shortCode: { $gte: code, $lt: `${code}~` } })

export function candidateSearch(
  { rows, phoneIndex, namePart, tailPart, identityOrTombstone }: CandidateRows,
  vault: Vault,
) {
  function soughtBy(orgId: string, text: string, byPhone: boolean): Sought[] {
    const code = text.toUpperCase()
    const parts = soughtParts(text)
    return [
      ...(partOfCode.test(code) ? [{ filter: byCode(orgId, code) }] : []),
      ...(parts.length > 0
        ? [
            {
              filter: {
                orgId,
                ...holdingAll(
                  'parts',
                  parts.map((part) => namePart(orgId, part)),
                ),
              } as QueryFilter<CandidateRow>,
              is: ({ name }: CandidateIdentity) => holdsText(name, text),
            },
          ]
        : []),
      ...(byPhone && tailDigits.test(text)
        ? [
            {
              filter: { orgId, parts: tailPart(orgId, text) },
              is: ({ phone }: CandidateIdentity) => phoneTail(phone) === text,
            },
          ]
        : []),
      ...(byPhone && wholePhone.test(text) ? [{ filter: { orgId, phoneIndex: phoneIndex(orgId, text) } }] : []),
    ]
  }

  async function lookFor(orgId: string, { filter, is }: Sought, most: number): Promise<Found> {
    const found = await rows
      .find(filter)
      .sort({ _id: -1 })
      .limit(most + 1)
    const looked = found.slice(0, most)
    const kept = is ? await those(orgId, looked, is) : looked
    return { ids: kept.map(({ _id }) => _id.toHexString()), more: found.length > most }
  }

  async function those(
    orgId: string,
    found: readonly Plain<CandidateRow>[],
    is: (identity: CandidateIdentity) => boolean,
  ): Promise<Plain<CandidateRow>[]> {
    await vault.warm(
      orgId,
      found.map(({ _id }) => _id.toHexString()),
    )
    const fit = await Promise.all(found.map(async (row) => is(await identityOrTombstone(row))))
    return found.filter((_row, index) => fit[index])
  }

  return {
    /** By the beginning of the short code; at least two characters. */
    async idsByCode(orgId: string, text: string, most: number): Promise<string[]> {
      const code = text.toUpperCase()
      return partOfCode.test(code) ? (await lookFor(orgId, { filter: byCode(orgId, code) }, most)).ids : []
    },

    /** By a part of the name or code; `byPhone`: by the number or its last four digits too. */
    async search(orgId: string, text: string, { most, byPhone }: { most: number; byPhone: boolean }): Promise<Found> {
      const found = await Promise.all(soughtBy(orgId, text, byPhone).map((one) => lookFor(orgId, one, most)))
      return { ids: [...new Set(found.flatMap(({ ids }) => ids))], more: found.some(({ more }) => more) }
    },
  }
}
