import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  faults: {
    changed: 'was changed',
    missing: 'entries are missing in between',
    reordered: 'was moved to another place',
    twice: 'shares its place with another entry',
    unlinked: 'does not follow from the entry before',
    'cut-off': 'the end was cut off',
    recomputed: 'recomputed with another key from here on',
    'segment-missing': 'the whole segment is missing',
    'head-missing': 'the signed head is missing',
    'head-forged': 'the signed head was not written by this system',
    unlisted: 'not named in the list of segments',
    'list-forged': 'a line in the list of segments was not written by this system',
    'not-as-kept': 'what was kept elsewhere is newer, or different',
    'too-few': 'fewer entries than expected',
    untold: 'nothing in the trail tells of this',
  },
  writtenAs: 'written as',
}
