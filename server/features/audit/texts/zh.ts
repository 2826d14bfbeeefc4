export const zh = {
  faults: {
    changed: '内容被改过',
    missing: '中间有记录被删除',
    reordered: '记录被调换了顺序',
    twice: '同一位置有两条记录',
    unlinked: '与前一条接不上',
    'cut-off': '末尾的记录被截掉',
    recomputed: '从这里起用别的密钥重新计算过',
    'segment-missing': '整段记录不见了',
    'head-missing': '段尾签名文件不见了',
    'head-forged': '段尾签名文件不是本系统写的',
    unlisted: '分段清单里没有这一段',
    'list-forged': '分段清单里有一行不是本系统写的',
  },
  writtenAs: '原位置',
}
