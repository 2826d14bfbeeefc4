/**
 * Which core tags of a position somebody has (R2): by the words that stand in the résumé, unless staff say otherwise. Name, school,
 * years and degree are not looked at. Pure.
 */
import type { CoreTag } from '../../../shared/contracts/positions.js'
import type { Resume } from '../../../shared/contracts/talent.js'

/** What staff said; the last word on a tag counts. */
export interface TagByHand {
  tagId: string
  has: boolean
  /** Member's id. */
  by: string
  at: Date
}

export interface AbilityTag {
  tag: CoreTag
  has: boolean
  /** Of the résumé, around the word that was found. */
  quotation?: string
  byHand?: TagByHand
}

const longestQuotation = 60

export function abilityTags(tags: readonly CoreTag[], resume: Resume, byHand: readonly TagByHand[]): AbilityTag[] {
  const lines = linesOf(resume)
  return tags.map((tag) => {
    const quotation = quotationOf(lines, tag.words)
    const said = byHand.find(({ tagId }) => tagId === tag.id)
    const found = { tag, has: said?.has ?? quotation !== undefined, ...(quotation !== undefined && { quotation }) }
    return said ? { ...found, byHand: said } : found
  })
}

function linesOf({ education, experiences, certificates, selfIntroduction = '' }: Resume): string[] {
  const told = experiences.flatMap(({ role, description = '' }) => [role, ...clausesOf(description)])
  return [education.major, ...certificates, ...told, ...clausesOf(selfIntroduction)]
}

const clausesOf = (text: string): string[] => text.split(/[。；;！!？?\n]|\.\s/u)

function quotationOf(lines: readonly string[], words: readonly string[]): string | undefined {
  const wanted = words.map(wordPattern)
  const line = lines.find((one) => wanted.some((word) => word.test(plain(one))))
  return line === undefined ? undefined : [...line.trim()].slice(0, longestQuotation).join('')
}

/** "team" stands in "teamwork", and not in "steam". */
function wordPattern(word: string): RegExp {
  const text = plain(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(/^[a-z0-9]/.test(text) ? `(?<![a-z0-9])${text}` : text, 'u')
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
