import type { Manifest, StoreTools } from '../../feature.js'
import { modelScoreStore } from './model-score-store.js'
import { secondOpinionWith, type SecondOpinionDeps } from './second-opinion.js'

const stores = ({ connection, vault }: StoreTools) => ({ modelScores: modelScoreStore(connection, vault) })

export const modelScoringFeature = {
  name: 'model-scoring',
  stores,
  gives: (early: SecondOpinionDeps) => ({ secondOpinion: secondOpinionWith(early) }),
} satisfies Manifest
