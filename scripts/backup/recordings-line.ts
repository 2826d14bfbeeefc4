/** What a backup says of recordings that it has not copied. */
import type { Config } from '../../server/config.js'

export const recordingsLine = ({ mediaBucket }: Pick<Config, 'mediaBucket'>): string | undefined =>
  mediaBucket &&
  `录音在存储桶 ${mediaBucket.bucket} 里，没有复制：请由桶的主人备份，保存时间不要超过录音本身 · Recordings lie in the bucket ${mediaBucket.bucket} and were not copied: its owner backs it up, for no longer than recordings may be kept`
