const zh = {
  title: '候选人',
  search: '姓名或短码',
  searchHint: '例如 王小明 或 A7K2',
  position: '岗位',
  step: '进度',
  all: '全部',
  count: '{count} 位候选人',
  none: '还没有候选人',
  noneHow: '有人在小程序投递，或你导入名单后，会出现在这里。',
  noneFiltered: '没有符合条件的候选人',
  noneFilteredHow: '换个名字或短码，或清空条件看全部。',
  clear: '清空条件',
}

const en: typeof zh = {
  title: 'Candidates',
  search: 'Name or short code',
  searchHint: 'For example 王小明 or A7K2',
  position: 'Position',
  step: 'Progress',
  all: 'All',
  count: '{count} candidates',
  none: 'No candidates yet',
  noneHow: 'People appear here when they apply in the mini-program or when you import a list.',
  noneFiltered: 'No matching candidates',
  noneFilteredHow: 'Try another name or short code, or clear the filters to see everybody.',
  clear: 'Clear filters',
}

export const texts = { zh, en }
