export const positions = {
  title: '招聘岗位',
  greeting: (organisation: string) => (organisation === '' ? '看看有没有适合你的' : `${organisation}正在招聘`),
  guide: '选一个岗位，几分钟就能投递。',
  mine: '我的投递',
  open: '正在招聘',
  preparing: '准备中',
  empty: '现在没有开放的岗位',
  emptyGuide: '新的岗位会出现在这里，过几天再来看看。',
  appliedAt: (at: string) => `${at} 投递`,
  applied: '已投递',
}
