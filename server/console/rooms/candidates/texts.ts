import { stateWords } from '../../../../shared/state-words/index.js'

const zh = {
  title: '候选人',
  search: '查找',
  searchHint: '姓名、短码、学校的一部分，或手机号后四位',
  searchHintFew: '姓名或短码的一部分',
  position: '岗位',
  step: '进度',
  show: '只看',
  shows: { appeal: `${stateWords.zh.askedAgain}，等答复` },
  count: '{count} 位候选人',
  shown: '已显示 {shown} 位，共 {count} 位候选人',
  limited: '· 符合的人很多，只看了最近投递的 {count} 位。请多写一个字，或先选岗位和进度。',
  more: '显示更多',
  toReview: stateWords.zh.toReview,
  column: { name: '姓名', school: '学校', degree: '学历', score: '总分', since: '到这一步', applied: '投递' },
  none: '还没有候选人',
  noneHow: '有人在小程序投递，或你导入名单后，会出现在这里。',
  noneFiltered: '没有符合条件的候选人',
  noneFilteredHow: '换个写法，或清空条件看全部。',
  clear: '清空条件',
}

const en: typeof zh = {
  title: 'Candidates',
  search: 'Search',
  searchHint: 'Part of a name, code or school, or the last 4 phone digits',
  searchHintFew: 'Part of a name or short code',
  position: 'Position',
  step: 'Progress',
  show: 'Show',
  shows: { appeal: `${stateWords.en.askedAgain}, waiting` },
  count: '{count} candidates',
  shown: '{shown} of {count} candidates',
  limited:
    '· So many match that only the latest {count} were looked at. Type more, or choose position and progress first.',
  more: 'Show more',
  toReview: stateWords.en.toReview,
  column: {
    name: 'Name',
    school: 'School',
    degree: 'Education',
    score: 'Total',
    since: 'In this step',
    applied: 'Applied',
  },
  none: 'No candidates yet',
  noneHow: 'People appear here when they apply in the mini-program or when you import a list.',
  noneFiltered: 'No matching candidates',
  noneFilteredHow: 'Try another spelling, or clear the filters to see everybody.',
  clear: 'Clear filters',
}

export const texts = { zh, en }
