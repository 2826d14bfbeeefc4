/** Results of written tests: the total, and what was wrong with what explains it. Pure. */
import type { Content } from 'pdfmake/interfaces.js'
import type { WrittenItem, WrittenTestOnReport } from '../../../../shared/contracts/written-tests.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { unchanged } from '../../../texts/in-every-language.js'
import { both, bullets, colours, section } from './blocks.js'
import { texts } from './texts/index.js'

export const writtenTests = (all: readonly WrittenTestOnReport[]): Content[] =>
  all.length > 0
    ? section(texts.writtenTests, [both(texts.writtenBeside, { color: colours.grey }), ...all.flatMap(testPart)])
    : []

function testPart({ title, source, takenOn, points, of, items, wrong }: WrittenTestOnReport): Content[] {
  return [
    { stack: [both(texts.writtenTotal(title, { points, of }), { bold: true })], margin: [0, 6, 0, 0] },
    both(texts.writtenFrom(source, { takenOn, items, wrong: wrong.length }), { color: colours.grey }),
    ...bullets(wrong.map(itemPart)),
  ]
}

function itemPart({ item, title, points, of, answer, rightAnswer, explanation }: WrittenItem): Content {
  const lines: [Bilingual, string | undefined][] = [
    [texts.writtenAnswer, answer],
    [texts.writtenRight, rightAnswer],
    [texts.writtenWhy, explanation],
  ]
  return {
    stack: [
      { text: `${[item, title].filter(Boolean).join(' · ')}  ${points} / ${of}`, bold: true },
      ...lines.flatMap(([label, text]) => (text === undefined ? [] : [both(texts.about(label, unchanged(text)))])),
    ],
  }
}
