/**
 * The subscription templates that WeChat has on file for this mini-program. Stated here once more on purpose: the simulation must
 * notice when the product sends something else (test/platform-templates.test.ts compares the two).
 */
import { candidateTemplates, type CandidateTemplate } from '../../../shared/contracts/notifications.js'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'

interface OnFile {
  title: string
  /** The key's letters are its type and limit. */
  fields: readonly { key: string; label: string }[]
}

export interface Template extends OnFile {
  id: string
  template: CandidateTemplate
}

const onFile: Record<CandidateTemplate, OnFile> = {
  invitation: {
    title: '面试邀请',
    fields: [
      { key: 'thing1', label: '面试岗位' },
      { key: 'time2', label: '截止时间' },
      { key: 'thing3', label: '温馨提示' },
    ],
  },
  progress: {
    title: '面试进度',
    fields: [
      { key: 'thing1', label: '当前状态' },
      { key: 'time2', label: '预计时间' },
    ],
  },
  result: {
    title: '面试结果',
    fields: [
      { key: 'thing1', label: '当前状态' },
      { key: 'time2', label: '复核时间' },
    ],
  },
  'next-round': {
    title: '下一轮面试',
    fields: [
      { key: 'thing1', label: '面试轮次' },
      { key: 'time2', label: '面试时间' },
      { key: 'thing3', label: '面试地点' },
      { key: 'thing4', label: '联系人' },
    ],
  },
}

export const templates: readonly Template[] = candidateTemplates.map((template) => ({
  id: sandboxCredentials.wechat.templates[template],
  template,
  ...onFile[template],
}))

export const templateById = (id: unknown): Template | undefined => templates.find((template) => template.id === id)
