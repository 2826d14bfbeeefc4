import type { Manifest, StoreTools } from '../../feature.js'
import { timelineStore } from './timeline-store.js'

export const timelineFeature = {
  name: 'timeline',
  stores: ({ connection }: StoreTools) => ({ timeline: timelineStore(connection) }),
} satisfies Manifest
