export const zh = {
  title: '岗位与流程', none: '还没有岗位', noneHow: '导入岗位文件后会出现在这里。', asText: '按文本编辑', readOnly: '你可以查看；修改请联系 HR 管理员。',
  basics: '基本信息', open: '开放投递（关闭时显示“筹备中”）', titleZh: '岗位名称', titleEn: '英文名称',
  screening: '简历筛选', screeningHint: '达到“通过线”自动邀请；“待人看线”以上由人决定；再低只是建议婉拒，由人确认。', pass: '通过线', borderline: '待人看线',
  part: { education: '学历', majors: '专业', years: '工作年限', certificates: '证书', keywords: '关键词' }, sum: '权重合计 {sum}（应为 100）',
  rounds: '面试轮次', add: '添加一轮', remove: '删除', removeLabel: '删除 {name}', up: '{name} 上移', down: '{name} 下移', moveHint: '{name}：拖动，或按 Alt 加上下键移动',
  nameZh: '名称', nameEn: '英文名称', weight: '权重（%）', decides: '由谁决定', byRule: '达到下一轮的进入条件、且没有需要人看的地方时，自动通过',
  entry: '进入条件', entryOn: '写明进入条件（不写就总是由人决定）', minTotal: '总分至少', sends: '进入这一轮时发送', send: { 'next-round': '下一轮通知（时间地点）', nothing: '不发' },
  slot: '时间地点', slotOn: '已经定好（不填就由 HR 逐个安排）', startsAt: '开始时间（{zone}）', placeZh: '地点', placeEn: '英文地点', contactZh: '联系人', contactEn: '联系人英文', phone: '联系电话',
}
export const en: typeof zh = {
  title: 'Positions and flow', none: 'No positions yet', noneHow: 'They appear here once a position file was imported.', asText: 'Edit as text', readOnly: 'You may look. To change it, ask an HR administrator.',
  basics: 'Basics', open: 'Open for applications (closed: shown as being prepared)', titleZh: 'Title in Chinese', titleEn: 'Title in English',
  screening: 'Screening of résumés', screeningHint: 'From "pass" on people are invited by themselves; from "a person looks" on somebody decides; below, a decline is only proposed and a person confirms.', pass: 'Pass', borderline: 'A person looks',
  part: { education: 'Education', majors: 'Major', years: 'Years', certificates: 'Certificates', keywords: 'Keywords' }, sum: 'Weights add up to {sum} (100 needed)',
  rounds: 'Rounds', add: 'Add a round', remove: 'Remove', removeLabel: 'Remove {name}', up: 'Move {name} up', down: 'Move {name} down', moveHint: '{name}: drag it, or press Alt with the up and down keys',
  nameZh: 'Name in Chinese', nameEn: 'Name in English', weight: 'Weight (%)', decides: 'Who decides', byRule: 'Passes by itself when the next round’s entry rule is met and nothing needs a person',
  entry: 'Entry rule', entryOn: 'There is a rule (without one a person always decides)', minTotal: 'Total of at least', sends: 'Sent to whoever enters this round', send: { 'next-round': 'Notice with time and place', nothing: 'Nothing' },
  slot: 'Time and place', slotOn: 'Settled (otherwise HR arranges one by one)', startsAt: 'Begins ({zone})', placeZh: 'Place in Chinese', placeEn: 'Place in English', contactZh: 'Contact in Chinese', contactEn: 'Contact in English', phone: 'Phone',
}
