/** Why a report says what it says, and the report as a file. */
export const grounds = {
  zh: {
    why: '为什么这样建议',
    notAssessed: '没有评估的部分',
    basis: '{at} 同意告知 {version}：{choices}',
    scoring: { yes: '同意 AI 评分', no: '不同意 AI 评分' },
    sharing: { yes: '与面试官共享', no: '不与面试官共享' },
    pdf: '下载 PDF',
    making: '正在生成 PDF…',
    saved: '已下载，文件里写明了下载人和时间',
  },
  en: {
    why: 'Why this recommendation',
    notAssessed: 'What was not assessed',
    basis: 'Agreed to notice {version} on {at}: {choices}',
    scoring: { yes: 'AI scoring', no: 'no AI scoring' },
    sharing: { yes: 'sharing with interviewers', no: 'no sharing with interviewers' },
    pdf: 'Download PDF',
    making: 'Making the PDF…',
    saved: 'Downloaded; the file says who took it, and when',
  },
}
