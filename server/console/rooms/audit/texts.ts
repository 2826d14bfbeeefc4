export const zh = {
  title: '审计', lead: '谁在什么时候看了或改了什么，结果如何。只有编号，没有姓名和内容；查看审计本身也会记下来。', csv: '下载 CSV',
  from: '从', to: '到', actor: '操作人编号', action: '动作', actionHint: '例如 report.read', subject: '对象编号', result: '结果', all: '全部', at: '时间', more: '更早的',
  none: '没有符合条件的记录', noneHow: '放宽时间，或清空条件。',
  results: { done: '完成', allowed: '准许', refused: '拒绝', 'not-found': '没有找到', failed: '失败' },
  via: { console: '控制台', bot: '机器人', command: '命令', system: '系统' },
}
export const en: typeof zh = {
  title: 'Audit', lead: 'Who read or changed what, when, and with what result. Ids only, no names and no content; reading the trail is written down, too.', csv: 'Download CSV',
  from: 'From', to: 'To', actor: 'Who (id)', action: 'Action', actionHint: 'Such as report.read', subject: 'On what (id)', result: 'Result', all: 'All', at: 'When', more: 'Earlier',
  none: 'No entry matches', noneHow: 'Widen the time or clear the filters.',
  results: { done: 'done', allowed: 'allowed', refused: 'refused', 'not-found': 'not found', failed: 'failed' },
  via: { console: 'console', bot: 'bot', command: 'command', system: 'system' },
}
