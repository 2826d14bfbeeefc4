export const zh = {
  title: '审计', lead: '谁在什么时候看了或改了什么，结果如何。记录里只有编号、没有内容，姓名是查看时对照出来的；查看审计本身也会记下来。', csv: '下载 CSV',
  from: '从', to: '到', actor: '操作人', action: '动作', actionHint: '例如 report.read', subject: '对象编号', result: '结果', all: '全部', at: '时间', more: '更早的',
  none: '没有符合条件的记录', noneHow: '放宽时间，或清空条件。',
  results: { done: '完成', allowed: '准许', refused: '拒绝', 'not-found': '没有找到', failed: '失败' },
  via: { console: '控制台', bot: '机器人', command: '命令', system: '系统' },
}
export const en: typeof zh = {
  title: 'Audit', lead: 'Who read or changed what, when, and with what result. The trail keeps ids only, no content; names are looked up as you read, and reading is written down, too.', csv: 'Download CSV',
  from: 'From', to: 'To', actor: 'Who', action: 'Action', actionHint: 'Such as report.read', subject: 'On what (id)', result: 'Result', all: 'All', at: 'When', more: 'Earlier',
  none: 'No entry matches', noneHow: 'Widen the time or clear the filters.',
  results: { done: 'done', allowed: 'allowed', refused: 'refused', 'not-found': 'not found', failed: 'failed' },
  via: { console: 'console', bot: 'bot', command: 'command', system: 'system' },
}
