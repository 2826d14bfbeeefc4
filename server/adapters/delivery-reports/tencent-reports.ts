/** Tencent Cloud's 短信下发状态通知 (382/5807): several in one request; `sid` is the SerialNo of SendSms. The number in it is not kept. */
import type { DeliveryReport } from '../../ports/delivery-reports.js'

const mostAtOnce = 1_000
const word = /^[\w:.-]{1,100}$/

export function readTencentReports(body: string): DeliveryReport[] | undefined {
  const told = parsed(body)
  if (!Array.isArray(told) || told.length > mostAtOnce) return undefined
  const reports = told.map(reportOf)
  return reports.every((one) => one !== undefined) ? reports : undefined
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function reportOf(told: unknown): DeliveryReport | undefined {
  const { sid, report_status: status, errmsg } = (told ?? {}) as Record<string, unknown>
  if (typeof sid !== 'string' || !word.test(sid)) return undefined
  if (status !== 'SUCCESS' && status !== 'FAIL') return undefined
  const code = typeof errmsg === 'string' && word.test(errmsg) ? errmsg : status
  return { platformId: sid, delivered: status === 'SUCCESS', code }
}
