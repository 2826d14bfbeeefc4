export const zh = {
  /** Instead of a name. */
  deleted: '（材料已删除）',
  unreadable: '（材料无法读取）',
}
