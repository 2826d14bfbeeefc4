import type { Manifest, StoreTools } from '../../feature.js'
import { exposureStore } from './exposure-store.js'
import { questionBankKind } from './question-bank-file.js'
import { questionBankStore } from './question-bank-store.js'

export const questionBankFeature = {
  name: 'question-bank',
  stores: ({ connection }: StoreTools) => ({
    banks: questionBankStore(connection),
    exposures: exposureStore(connection),
  }),
  fileKinds: [questionBankKind],
} satisfies Manifest
