/** Prints what stands in a person's phone and in HR's group, as they would read it. */
import type { FeedbackForCandidate } from '../../shared/contracts/reports.js'
import type { SandboxClient } from './sandbox-client.js'

const time = (iso: string) => new Date(iso).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })

const channelNames = { subscription: '服务通知', sms: '短信', email: '邮件' }

export async function printInbox(
  sandbox: SandboxClient,
  { personId }: { personId: string },
  title: string,
): Promise<void> {
  console.log(`\n── ${title} ──`)
  for (const { at, channel, title: heading, fields, text } of await sandbox.inbox(personId)) {
    console.log(`${time(at)}  ${channelNames[channel]}  ${heading}`)
    if (text) console.log(`          ${text}`)
    for (const { label, value } of fields) console.log(`          ${label}：${value}`)
  }
}

export async function printGroup(sandbox: SandboxClient, groupId: string): Promise<void> {
  console.log('\n── HR 群 ──')
  for (const { at, from, content } of await sandbox.group(groupId))
    console.log(`${time(at)}  ${from.name}\n${content.replace(/^/gm, '          ')}`)
}

export function printFeedback(feedback: FeedbackForCandidate): void {
  console.log('\n── 反馈页 ──')
  if (feedback.kind !== 'ready') return console.log(feedback.kind)
  if (feedback.strongest) console.log(`你最突出的是「${feedback.strongest.zh}」`)
  for (const { name, band } of feedback.competencies) console.log(`  ${name.zh}  ${band.zh}`)
  for (const { quote, text } of feedback.strengths) console.log(`做得好：${quote ? `“${quote}” ` : ''}${text.zh}`)
  for (const text of feedback.nextSteps) console.log(`下一步：${text.zh}`)
}
