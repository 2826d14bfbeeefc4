import { expect } from 'chai'
import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { readDataFile } from '../../data-files/read-data-file.js'
import { systemClock } from '../../ports/clock.js'
import { chooseQuestions } from './choose-questions.js'
import { defaultDataFiles } from '../configuration/default-data.js'
import { exact } from '../question-types/number/exact-number.js'
import { importFiles } from '../configuration/import-files.js'
import { variantOf } from '../question-types/number/make-variant.js'
import { nothingStored } from '../configuration/nothing-stored.js'
import { fileKinds } from '../../wiring/file-kinds.js'

const chinese = /\p{Script=Han}/u
const latin = /[a-z]/i
const plain = (text: string) => text.normalize('NFKC').toLowerCase()

describe('the data that comes with the product', () => {
  let banks: QuestionBankFile[]
  let bank: QuestionBankFile
  let teller: PositionFile

  before(async () => {
    const read = (await defaultDataFiles())
      .map(readDataFile)
      .flatMap((reading) => (reading.kind === 'read' ? [reading.file.content] : []))
    banks = read.filter((content) => content.kind === 'question-bank')
    bank = banks.find(({ id }) => id === 'teller') as QuestionBankFile
    teller = read.find((content) => content.kind === 'position' && content.id === 'teller') as PositionFile
  })

  it('passes every check of the import', async () => {
    const outcome = await importFiles(nothingStored(fileKinds, systemClock), {
      files: await defaultDataFiles(),
      checkOnly: true,
    })

    expect(outcome.kind === 'refused' ? outcome.problems : []).to.deep.equal([])
  })

  it('has for a teller eighteen questions in threes of parallel forms, and four numeracy templates', () => {
    const groups = new Set(bank.questions.map(({ formGroup }) => formGroup))
    const sizes = [...groups].map((group) => bank.questions.filter(({ formGroup }) => formGroup === group).length)

    expect(sizes).to.deep.equal([3, 3, 3, 3, 3, 3])
    expect(bank.numeracy.map(({ calculator }) => calculator)).to.have.members([
      'cash-count',
      'simple-interest',
      'simple-interest',
      'equal-principal-first-month',
    ])
  })

  it('works out the known figures of every template', () => {
    const figures = banks.flatMap(({ numeracy }) =>
      numeracy.map((template) => {
        const values = Object.entries(template.workedExample!.values).map(
          ([name, value]) => [name, exact(value)] as const,
        )
        return `${template.id} ${variantOf(template, Object.fromEntries(values)).expected}`
      }),
    )

    expect(figures).to.include.members([
      'teller-cash-count 5570',
      'teller-early-withdrawal 13.89',
      'teller-first-instalment 10360.00',
      'account-manager-rate-gap 5000.00',
      'account-manager-receivable-days 60.0',
      'account-manager-bill-discount 1991000.00',
      'branch-manager-counter-load 75.0',
      'branch-manager-average-needed 56000.00',
      'branch-manager-spread 160000.00',
    ])
  })

  it('gives a teller five questions to write and one to reckon, one of them under pressure', () => {
    const chosen = chooseQuestions({ position: teller, bank, seed: 'any' })

    expect(chosen.map(({ form }) => form.answerWith)).to.deep.equal(['text', 'text', 'text', 'text', 'number', 'text'])
    expect(chosen.filter(({ form }) => form.measures.endsWith('pressure true'))).to.have.length(1)
  })

  it('asks a teller once more about what the résumé lacks: by default about explaining', () => {
    const lastOf = (lacking: PositionFile['coreTags']) =>
      chooseQuestions({ position: teller, bank, seed: 'any', lacking: lacking ?? [] }).at(-1)!.form.competencyId

    expect([lastOf([]), lastOf(teller.coreTags), lastOf(teller.coreTags!.slice(1))]).to.deep.equal([
      'communication',
      'integrity',
      'integrity',
    ])
  })

  it('shows every point in both languages, so that an English answer earns as much', () => {
    const lacking = eachPoint((point) => {
      const full = point.examples.filter(({ level }) => level >= 0.8).map(({ text }) => text)
      const groups = point.synonymGroups.map((words) => words.join(' '))
      return [full, ...groups.map((group) => [group])].every(
        (texts) => texts.some((text) => chinese.test(text)) && texts.some((text) => latin.test(text)),
      )
    })

    expect(lacking).to.deep.equal([])
  })

  it('advises without presuming what somebody said: nobody is told off for a word that they did not write', () => {
    const questions = banks.flatMap((one) => one.questions)
    const advice = questions.flatMap(({ points }) => points.map((point) => point.advice))

    for (const { zh, en } of advice) {
      expect(zh).not.to.match(/(?<!至)少说|别说|不要说|把“[^”]+”换成|除了“/)
      expect(en).not.to.match(/Say “I” more|Avoid “|Replace “|Turn “|Go beyond “/)
    }
  })

  it('has no synonym group that none of its own full examples uses', () => {
    const unused = eachPoint(({ synonymGroups, examples }) =>
      synonymGroups.every((words) =>
        examples.some(({ level, text }) => level === 1 && words.some((word) => plain(text).includes(plain(word)))),
      ),
    )

    expect(unused).to.deep.equal([])
  })

  /** Ids of the points that do not keep a rule. */
  function eachPoint(keeps: (point: QuestionBankFile['questions'][number]['points'][number]) => boolean): string[] {
    return banks
      .flatMap(({ questions }) => questions)
      .flatMap(({ id, points }) => points.filter((point) => !keeps(point)).map((point) => `${id}/${point.id}`))
  }
})
