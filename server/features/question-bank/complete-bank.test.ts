import { expect } from 'chai'
import { competencyIds, questionKinds, type QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { readDataFile } from '../../data-files/read-data-file.js'
import { defaultDataFiles } from '../configuration/default-data.js'
import { formsOfBank } from '../question-types/index.js'

const posts = ['teller', 'account-manager', 'risk-manager', 'technology', 'branch-manager']

const chinese = /\p{Script=Han}/u
/** The longest stem of a group is at most this many times the shortest. */
const alike = 1.8

const banks = (await defaultDataFiles())
  .map(readDataFile)
  .flatMap((reading) => (reading.kind === 'read' ? [reading.file.content] : []))
  .filter((content): content is QuestionBankFile => content.kind === 'question-bank')

/** What makes a bank whole: a post that has less of it asks everybody the same, or cannot tell a harmful answer from a weak one. */
for (const bank of banks.filter(({ id }) => posts.includes(id)))
  describe(`the bank for ${bank.id}`, () => {
    it('measures six competencies with three or more questions that replace each other', () => {
      const sizes = new Map<string, number>()
      const forms = formsOfBank(bank)
      for (const { competencyId, formGroup } of forms) {
        const size = forms.filter((form) => form.formGroup === formGroup).length
        sizes.set(competencyId, Math.max(size, sizes.get(competencyId) ?? 0))
      }

      expect(bank.competencies.map(({ id }) => id)).to.have.members([...competencyIds])
      expect([...sizes.keys()]).to.have.members([...competencyIds])
      expect(Math.min(...sizes.values())).to.be.at.least(3)
    })

    it('asks in five ways: a scene, an experience, knowledge, a text of one’s own, and reckoning', () => {
      expect(new Set(bank.questions.map(({ kind }) => kind))).to.deep.equal(new Set(questionKinds))
      expect(bank.numeracy.length).to.be.at.least(3)
    })

    it('says every question in plainer words, in which no more is asked', () => {
      for (const { id, stem, simplerStem } of bank.questions) {
        expect(simplerStem, id).to.not.equal(undefined)
        expect(simplerStem!.zh.length, id).to.be.below(stem.zh.length)
        expect(simplerStem!.en.length, id).to.be.below(stem.en.length)
      }
    })

    it('shows every point at three levels, and at what earns all and nothing in both languages', () => {
      const lacking = bank.questions.flatMap(({ id, points }) =>
        points
          .filter(({ examples }) => {
            const levelsOf = (some: typeof examples) => new Set(some.map(({ level }) => level))
            const inEach = [true, false].map((isChinese) =>
              levelsOf(examples.filter(({ text }) => chinese.test(text) === isChinese)),
            )
            return levelsOf(examples).size < 3 || inEach.some((levels) => !levels.has(0) || !levels.has(1))
          })
          .map((point) => `${id}/${point.id}`),
      )

      expect(lacking).to.deep.equal([])
    })

    it('has two or more acts that nobody may propose, each in six wordings or more, and four that refuse it', () => {
      expect(bank.redLines?.length).to.be.at.least(2)
      for (const { id, does, refuses } of bank.redLines ?? []) {
        expect(does.length, id).to.be.at.least(6)
        expect(refuses.length, id).to.be.at.least(4)
        for (const wordings of [does, refuses])
          expect(new Set(wordings.map((text) => chinese.test(text))), `${id}: both languages`).to.have.length(2)
      }
    })

    it('asks on: in own words for what a told experience leaves out, and in two scenes or more', () => {
      const told = bank.questions.filter(({ kind }) => kind === 'behavioural')
      const scenes = bank.questions.filter(({ turns }) => turns !== undefined)

      expect(told.map(({ probes }) => Object.keys(probes ?? {}).length)).to.deep.equal(told.map(() => 5))
      expect(scenes.length).to.be.at.least(2)
      expect(new Set(scenes.map(({ kind }) => kind))).to.deep.equal(new Set(['situational']))
    })

    it('keeps questions that replace each other about equally long, with scenes of as many turns', () => {
      for (const { formGroup } of bank.questions) {
        const group = bank.questions.filter((one) => one.formGroup === formGroup)
        const lengths = group.map(({ stem }) => stem.zh.length)

        expect(Math.max(...lengths) / Math.min(...lengths), formGroup).to.be.below(alike)
        expect(new Set(group.map(({ turns = [] }) => turns.length)), formGroup).to.have.length(1)
      }
    })
  })
