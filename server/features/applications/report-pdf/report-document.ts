/**
 * The report page as a document: of what its reader's page shows, in the same words, red lines first. Chinese with English below, since
 * a file is passed on to whoever reads either. Pure.
 */
import { DateTime } from 'luxon'
import type { Content } from 'pdfmake/interfaces.js'
import type { ApplicationForStaff } from '../../../../shared/contracts/staff-reports.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { PdfSpec } from '../../../pdf/pdf-spec.js'
import { allLanguages } from '../../../texts/in-every-language.js'
import type { ReportForStaff } from '../../reports/index.js'
import { both, box, colours, inLine, joined } from './blocks.js'
import { hints, judged, notAssessed } from './grounds.js'
import { questions } from './questions.js'
import { texts } from './texts/index.js'
import { writtenTests } from './written-tests.js'
import { attention, competencies, remarks, verdict } from './verdict.js'

export interface ReportToPrint {
  of: ApplicationForStaff
  report: ReportForStaff
  organisation: { name: Bilingual; zone: string }
  /** When and by whom it was taken. */
  at: Date
  by: string
}

export function reportDocument(print: ReportToPrint): PdfSpec {
  const { of, report, organisation, at, by } = print
  const timeOf = timesIn(organisation.zone)
  const label = report.madeBy ? texts.aiLabel : texts.noMachine
  const title = allLanguages(texts.title(of.shortCode))
  return {
    header: { left: `${organisation.name.zh} · ${of.shortCode}`, right: allLanguages(label) },
    footer: {
      left: `${allLanguages(texts.taken)} ${timeOf(at.toISOString())} · ${by}`,
      right: allLanguages(texts.page),
    },
    info: {
      title,
      author: allLanguages(organisation.name),
      subject: allLanguages(texts.subject),
      createdAt: at,
      ...(report.madeBy && { aiLabel: { producer: organisation.name.zh, id: report.reportId } }),
    },
    undrawable: { few: '〔{codes}〕', many: allLanguages(texts.undrawableMany, ' ') },
    content: [
      ...head(of, report, timeOf),
      ...attention(report),
      ...verdict(report),
      ...competencies(report),
      ...remarks(report),
      ...questions(report),
      ...writtenTests(of.writtenTests ?? []),
      ...notAssessed(report),
      ...hints(report),
      ...judged(report, timeOf),
    ],
  }
}

function head(of: ApplicationForStaff, report: ReportForStaff, timeOf: (at: string) => string): Content[] {
  const times = joined([texts.applied(timeOf(of.appliedAt)), texts.ready(timeOf(report.readyAt))])
  return [
    {
      text: [
        { text: of.name, bold: true, fontSize: 20 },
        { text: `  ${of.shortCode}`, fontSize: 12, color: colours.grey },
      ],
    },
    inLine(of.positionTitle, { fontSize: 12 }),
    { ...(both(times) as object), margin: [0, 2, 0, 4] } as Content,
    ...(report.madeBy ? [box([both(texts.aiNotice)], colours.soft)] : []),
  ]
}

/** `2026-11-25 20:00 (Asia/Shanghai)` */
const timesIn = (zone: string) => (at: string) =>
  `${DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd HH:mm')} (${zone})`
