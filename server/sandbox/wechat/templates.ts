/**
 * The subscription templates that WeChat has on file for this mini-program. Stated here once more on purpose: the simulation must
 * notice when the product sends something else (test/platform-templates.test.ts compares the two).
 */
import { candidateTemplates, type CandidateTemplate } from '../../../shared/contracts/notifications.js'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { SandboxState } from '../core/state.js'

interface OnFile {
  title: string
  /** The key is the keyword's rule and its number in WeChat's library; the rule says what a value may be. */
  fields: readonly { key: string; label: string; choices?: readonly string[] }[]
}

export interface Template extends OnFile {
  id: string
  template: CandidateTemplate
}

const onFile: Record<CandidateTemplate, OnFile> = {
  invitation: {
    title: '面试邀请',
    fields: [
      { key: 'thing4', label: '面试岗位' },
      { key: 'time8', label: '截止时间' },
      { key: 'enum2', label: '面试类型', choices: ['现场面试', '视频面试', '线上面试'] },
      { key: 'short_thing6', label: '面试形式' },
      { key: 'thing9', label: '温馨提示' },
    ],
  },
  progress: {
    title: '面试进度',
    fields: [
      { key: 'character_string1', label: '编号' },
      { key: 'thing5', label: '当前状态' },
      { key: 'time8', label: '预计时间' },
    ],
  },
  result: {
    title: '面试结果',
    fields: [
      { key: 'phrase3', label: '通知类型' },
      { key: 'thing5', label: '当前状态' },
      { key: 'time2', label: '复核时间' },
    ],
  },
  'next-round': {
    title: '下一轮面试',
    fields: [
      { key: 'thing7', label: '面试轮次' },
      { key: 'time3', label: '面试时间' },
      { key: 'thing12', label: '面试地点' },
      { key: 'thing5', label: '联系人' },
      { key: 'phone_number9', label: '联系电话' },
    ],
  },
}

export const templates: readonly Template[] = candidateTemplates.map((template) => ({
  id: sandboxCredentials.wechat.templates[template],
  template,
  ...onFile[template],
}))

export const templateById = (id: unknown): Template | undefined => templates.find((template) => template.id === id)

/** As they are called now: an administrator may pick several from the library that have one title. */
export const titleOf = ({ settings }: Pick<SandboxState, 'settings'>, { template, title }: Template): string =>
  settings.templateTitles?.[template] ?? title
