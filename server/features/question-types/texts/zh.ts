import { listing } from '../../../texts/listing.js'

const list = listing('zh')

/** Findings say what is wrong with a file and how to mend it, to a person who does not program. */
export const zh = {
  pointWeights: {
    message: (sum: number) => `要点权重之和是 ${sum}，应为 1。`,
    fix: '请调整本题各要点的 weight。',
  },
  examples: {
    message: '每个要点至少要有一条 level ≥ 0.8 和一条 level 0 的示例。',
    addFull: '请补上满分（1）的说法，用应聘者会说的话。',
    addNone: '请补上不得分（0）的说法，用应聘者会说的话。',
  },

  variableNeeded: {
    message: (calculator: string, variable: string) => `“${calculator}”计算需要变量 ${variable}。`,
    fix: '请补上它的 min、max、step。',
  },
  hiddenInStem: {
    message: (variable: string) => `题干没有写出变量 {${variable}}。`,
    fix: '请写进题干，或删掉这个变量。',
  },
  undefinedInStem: {
    message: (variable: string) => `题干里的 {${variable}} 没有定义。`,
    fix: (variables: readonly string[]) => `可用的变量：${list(variables)}。`,
  },
  rangeEnds: {
    message: ({ min, max, step }: { min: number; max: number; step: number }) =>
      `从 ${min} 起每次加 ${step}，到不了 ${max}。`,
    fix: '请让 max 等于 min 加上若干个 step。',
  },
  noPositiveAnswer: {
    message: (end: string) => `变量都取 ${end} 时算不出正数答案。`,
    fix: '请检查范围，例如除数不能为 0。',
  },
  workedExample: {
    lacks: (variables: readonly string[]) => `验算例缺少 ${list(variables)}。`,
    differs: (claimed: string, computed: string) => `验算例写的是 ${claimed}，算出来是 ${computed}。`,
    fix: '请核对题干、数值和单位。',
  },
}
