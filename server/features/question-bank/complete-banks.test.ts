import { expect } from 'chai'
import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { Question, QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { readDataFile } from '../../data-files/read-data-file.js'
import { defaultDataFiles } from '../configuration/default-data.js'
import { formsOfBank } from '../question-types/index.js'

const posts = ['account-manager', 'branch-manager']
const fewest = { formsOfGroup: 3, examplesOfPoint: 6, does: 6, refuses: 4, scenes: 2 }
/** Lengths of stems that replace each other: the longest at most this many times the shortest. */
const alike = 1.8

const chinese = /\p{Script=Han}/u

for (const post of posts)
  describe(`the bank for the post ${post}`, () => {
    let bank: QuestionBankFile
    let position: PositionFile

    before(async () => {
      const read = (await defaultDataFiles())
        .map(readDataFile)
        .flatMap((reading) => (reading.kind === 'read' ? [reading.file.content] : []))
      bank = read.find((content) => content.kind === 'question-bank' && content.id === post) as QuestionBankFile
      position = read.find((content) => content.kind === 'position' && content.id === post) as PositionFile
    })

    it('has three parallel forms for each of six competencies, and all five kinds', () => {
      const forms = formsOfBank(bank)
      const groups = [...new Set(forms.map(({ formGroup }) => formGroup))]
      const sizes = groups.map((group) => forms.filter(({ formGroup }) => formGroup === group).length)

      expect(bank.competencies).to.have.length(6)
      expect(groups).to.have.length(6)
      expect(Math.min(...sizes)).to.be.at.least(fewest.formsOfGroup)
      expect(new Set(bank.questions.map(({ kind }) => kind))).to.have.property('size', 4)
      expect(new Set(bank.numeracy.map(({ calculator }) => calculator))).to.have.property('size', bank.numeracy.length)
    })

    it('is open, and its plan asks about all of them', () => {
      expect(position.open).to.equal(true)
      expect(position.plan.map(({ formGroup }) => formGroup)).to.have.members([
        ...new Set(formsOfBank(bank).map(({ formGroup }) => formGroup)),
      ])
      expect(Object.values(position.competencyWeights).every((weight) => weight > 0)).to.equal(true)
    })

    it('keeps forms that replace each other equally large', () => {
      for (const group of groupsOf(bank)) {
        const stems = group.map(({ stem }) => stem.zh.length)
        expect(new Set(group.map(({ points }) => points.length)), group[0]?.formGroup).to.have.property('size', 1)
        expect(Math.max(...stems) / Math.min(...stems), group[0]?.formGroup).to.be.below(alike)
      }
    })

    it('shows each point at several levels, in both languages, and says every stem in plainer words', () => {
      const lacking = bank.questions.flatMap(({ id, simplerStem, points }) => [
        ...(simplerStem && simplerStem.zh.length < 60 ? [] : [id]),
        ...points.filter(({ examples }) => !areEnough(examples)).map((point) => `${id}/${point.id}`),
      ])

      expect(lacking).to.deep.equal([])
    })

    it('draws its red lines in many words of both languages, and tells those who refuse apart', () => {
      const lines = [...(bank.redLines ?? []), ...bank.questions.flatMap(({ redLines }) => redLines ?? [])]

      expect(bank.redLines).to.have.length.within(2, 4)
      expect(bank.questions.some(({ redLines }) => redLines)).to.equal(true)
      for (const { id, does, refuses } of lines) {
        expect(does.length, id).to.be.at.least(fewest.does)
        expect(refuses.length, id).to.be.at.least(fewest.refuses)
        for (const texts of [does, refuses]) expect(bothLanguages(texts), id).to.equal(true)
      }
    })

    it('probes every told experience, and goes on with scenes by points that the question has', () => {
      const behavioural = bank.questions.filter(({ kind }) => kind === 'behavioural')
      const scenes = bank.questions.filter(({ turns }) => turns)

      expect(behavioural.map(({ probes }) => Object.keys(probes ?? {}).length)).to.deep.equal(behavioural.map(() => 5))
      expect(scenes.length).to.be.at.least(fewest.scenes)
      for (const scene of scenes) expectPlayable(scene)
    })
  })

function groupsOf({ questions }: QuestionBankFile): Question[][] {
  const groups = [...new Set(questions.map(({ formGroup }) => formGroup))]
  return groups.map((group) => questions.filter(({ formGroup }) => formGroup === group))
}

function areEnough(examples: Question['points'][number]['examples']): boolean {
  const levels = new Set(examples.map(({ level }) => level))
  return (
    examples.length >= fewest.examplesOfPoint && levels.size >= 3 && bothLanguages(examples.map(({ text }) => text))
  )
}

const bothLanguages = (texts: readonly string[]) =>
  texts.some((text) => chinese.test(text)) && texts.some((text) => !chinese.test(text))

/** Every condition names a point, and the last reply of a turn always fits. */
function expectPlayable({ id, kind, points, turns = [] }: Question): void {
  const known = points.map((point) => point.id)
  expect(kind, id).to.equal('situational')
  for (const { replies } of turns) {
    const named = replies.flatMap(({ when }) => [...(when?.met ?? []), ...(when?.missed ?? [])])
    expect(known, id).to.include.members(named)
    expect(replies.at(-1)?.when, id).to.equal(undefined)
  }
}
