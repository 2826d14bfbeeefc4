/** The report as a file: exactly what the page shows to the same reader, with the same refusals. */
import { DateTime } from 'luxon'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { forbidden, notFound } from '../../../errors.js'
import type { DrawPdf } from '../../../pdf/pdf-maker.js'
import type { StaffCaller } from '../../../ports/staff.js'
import type { Application } from '../../talent/index.js'
import { viewApplicationFor, type ApplicationPageDeps } from '../application-for-staff.js'
import { reportDocument } from './report-document.js'

export interface PrintDeps extends ApplicationPageDeps {
  organisationOf: (orgId: string) => Promise<{ name: Bilingual; zone: string }>
  drawPdf: DrawPdf
}

/** The name of the file says neither who it is about nor their number: it lies in folders and mails for years. */
export async function printReportFor(
  deps: PrintDeps,
  caller: StaffCaller,
  application: Application,
): Promise<{ fileName: string; pdf: Uint8Array }> {
  const [of, organisation] = await Promise.all([
    viewApplicationFor(deps, caller, application),
    deps.organisationOf(application.orgId),
  ])
  if (of.notShared) throw forbidden('not-shared')
  if (!of.report) throw notFound('report')
  const at = deps.clock.now()
  const day = DateTime.fromJSDate(at, { zone: organisation.zone }).toFormat('yyyyMMdd')
  const pdf = await deps.drawPdf(reportDocument({ of, report: of.report, organisation, at, by: caller.name }))
  return { fileName: `report-${of.shortCode}-${day}.pdf`, pdf }
}
