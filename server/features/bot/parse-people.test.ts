import { expect } from 'chai'
import type { Found } from './find-person.js'
import { codeIn } from './parse-people.js'
import { readBehind } from './read-behind.js'

const known = ['A7K2', 'B3T9', 'C5M8', '王小明', '李雷', 'JANE SMITH', 'TOM', '王小']

const find = async (ref: string): Promise<Found> =>
  known.includes(ref.toUpperCase()) ? { kind: 'one', person: { shortCode: ref } as never } : { kind: 'nobody' }

describe('reading whom a message is about', () => {
  for (const [typed, code] of [
    ['a7k2', 'A7K2'],
    ['A7KO', 'A7K0'],
    ['IL0V', '110V'],
    ['ABCU', undefined],
    ['A7K', undefined],
    ['王小明', undefined],
  ] as const) {
    it(`reads ${typed} as ${code ?? 'no code'}`, () => {
      expect(codeIn(typed)).to.equal(code)
    })
  }

  for (const [rest, takes, refs, args] of [
    ['A7K2 B3T9、C5M8', 'nothing', ['A7K2', 'B3T9', 'C5M8'], {}],
    ['A7K2 24小时', 'hours', ['A7K2'], { hours: 24 }],
    ['A7K2 B3T9 两天', 'hours', ['A7K2', 'B3T9'], { hours: 48 }],
    ['2d a7k2', 'hours', ['a7k2'], { hours: 48 }],
    ['王小明 2 days', 'hours', ['王小明'], { hours: 48 }],
    ['王小明24小时。', 'hours', ['王小明'], { hours: 24 }],
    ['A7K2', 'hours', ['A7K2'], {}],
    ['A7K2 good fit, really', 'reason', ['A7K2'], { reason: 'good fit, really' }],
    ['A7K2 B3T9：都不错', 'reason', ['A7K2', 'B3T9'], { reason: '都不错' }],
    ['A7K2 CET4 没过', 'reason', ['A7K2'], { reason: 'CET4 没过' }],
    ['A7K2 没过 CET4。', 'reason', ['A7K2'], { reason: '没过 CET4。' }],
    ['王小明 李雷 都不错', 'reason', ['王小明', '李雷'], { reason: '都不错' }],
    ['王小明 李雷说他迟到', 'reason', ['王小明'], { reason: '李雷说他迟到' }],
    ['Jane Smith Tom too slow', 'reason', ['Jane Smith', 'Tom'], { reason: 'too slow' }],
    ['王小明没过英语四级。', 'reason', ['王小明'], { reason: '没过英语四级。' }],
    ['A7K2没过', 'reason', ['A7K2'], { reason: '没过' }],
    ['A7K2。没过', 'reason', ['A7K2'], { reason: '没过' }],
    ['A7K2 。', 'reason', ['A7K2'], {}],
    ['王小明 答得不完整', 'reason', ['王小明'], { reason: '答得不完整' }],
    ['Jane Smith', 'nothing', ['Jane Smith'], {}],
    ['Jane Smith Tom', 'nothing', ['Jane Smith', 'Tom'], {}],
    ['Mary Ann', 'nothing', ['Mary Ann'], {}],
    ['王小明?', 'nothing', ['王小明'], {}],
    ['A7K2 王小名', 'nothing', ['A7K2', '王小名'], {}],
    ['王小明的', 'nothing', ['王小明的'], {}],
  ] as const) {
    it(`reads “${rest}” as people and ${takes}`, async () => {
      const read = await readBehind(find, rest, takes)
      expect({ refs: read.refs.map(({ ref }) => ref), args: read.args }).to.deep.equal({ refs, args })
    })
  }

  for (const [rest, takes, sure] of [
    ['A7K2 没过', 'reason', true],
    ['A7K2 CET4 没过', 'reason', false],
    ['王小明没过', 'reason', false],
    ['A7K2 good', 'reason', true],
  ] as const) {
    it(`is ${sure ? 'sure' : 'not sure'} of “${rest}”`, async () => {
      expect(await readBehind(find, rest, takes)).to.include({ sure })
    })
  }
})
