export const zh = {
  title: '数据文件', lead: '岗位、题库、消息文字和机构设置都是文件。改之前会检查，旧版本一直保留。',
  none: '还没有文件', noneHow: '用 npm run import 导入后会出现在这里。',
  kind: { position: '岗位', 'question-bank': '题库', messages: '消息文字', organisation: '机构' },
  byCommand: '随产品或导入', text: '内容', textHint: '写法见 docs/content.md，边写边检查', upload: '从文件读入',
  place: '第 {line} 行第 {column} 列', faults: '{count} 处需要修改', dirty: '有改动，还没保存', clean: '和在用的版本一样',
  review: '查看改动并保存', discard: '放弃改动', discardSure: '放弃所有改动，回到在用的版本？', leave: '有改动还没保存，离开后会丢。仍要离开？',
  changes: '将有 {count} 处变化', noChanges: '内容没有变化。', save: '保存为新版本', saved: '已保存为第 {revision} 版，立即生效',
  versions: '版本', inForce: '在用', take: '取回', takeLabel: '取回 {label}', taken: '第 {revision} 版已放进编辑区，保存后才生效', download: '下载 YAML',
}
export const en: typeof zh = {
  title: 'Data files', lead: 'Positions, question banks, message texts and the organisation are files. They are checked before they change; old versions stay.',
  none: 'No files yet', noneHow: 'They appear here once imported with npm run import.',
  kind: { position: 'Position', 'question-bank': 'Question bank', messages: 'Message texts', organisation: 'Organisation' },
  byCommand: 'shipped or imported', text: 'Content', textHint: 'How to write it: docs/content.md. Checked as you write', upload: 'Read from a file',
  place: 'Line {line}, column {column}', faults: '{count} to mend', dirty: 'Changed, not saved yet', clean: 'The same as in force',
  review: 'Review and save', discard: 'Discard', discardSure: 'Discard every change and go back to the version in force?', leave: 'Your changes are not saved and would be lost. Leave anyway?',
  changes: '{count} changes', noChanges: 'Nothing changed.', save: 'Save as a new version', saved: 'Saved as version {revision}, in force now',
  versions: 'Versions', inForce: 'in force', take: 'Take back', takeLabel: 'Take back {label}', taken: 'Version {revision} is in the editor; it counts once saved', download: 'Download YAML',
}
