/** A numeracy template must be computable for whatever the seed draws, and say everything that its answer needs. */
import type { NumeracyTemplate } from '../../../../shared/contracts/question-bank.js'
import { languages } from '../../../../shared/contracts/text.js'
import type { Finding, Path } from '../../../data-files/file-problem.js'
import { calculations } from './calculators/index.js'
import { exact, toDecimals } from './exact-number.js'
import { placeholders, variantOf, type VariableRange } from './make-variant.js'

export function checkTemplate(template: NumeracyTemplate, at: Path): Finding[] {
  const findings = [...checkNeeds(template, at), ...checkStems(template, at), ...checkRanges(template, at)]
  return findings.length > 0 ? findings : [...checkCorners(template, at), ...checkExample(template, at)]
}

function checkNeeds({ calculator, variables }: NumeracyTemplate, at: Path): Finding[] {
  return calculations[calculator].needs
    .filter((name) => !(name in variables))
    .map((name) => ({
      at: [...at, 'variables'],
      message: { zh: `“${calculator}”计算需要变量 ${name}。`, en: `"${calculator}" needs the variable ${name}.` },
      fix: { zh: '请补上它的 min、max、step。', en: 'Add it with min, max and step.' },
    }))
}

/** A number that the answer depends on but the stem hides would be a guess; a brace nobody fills would be shown as is. */
function checkStems({ stem, variables }: NumeracyTemplate, at: Path): Finding[] {
  return languages.flatMap((language) => {
    const used = placeholders(stem[language])
    const hidden = Object.keys(variables).filter((name) => !used.includes(name))
    const unknown = used.filter((name) => !(name in variables))
    return [
      ...hidden.map((name) => ({
        at: [...at, 'stem', language],
        message: { zh: `题干没有写出变量 {${name}}。`, en: `The stem does not show the variable {${name}}.` },
        fix: { zh: '请写进题干，或删掉这个变量。', en: 'Put it into the stem or remove the variable.' },
      })),
      ...unknown.map((name) => ({
        at: [...at, 'stem', language],
        message: { zh: `题干里的 {${name}} 没有定义。`, en: `{${name}} in the stem is not defined.` },
        fix: {
          zh: `可用的变量：${Object.keys(variables).join('、')}。`,
          en: `Variables at hand: ${Object.keys(variables).join(', ')}.`,
        },
      })),
    ]
  })
}

function checkRanges({ variables }: NumeracyTemplate, at: Path): Finding[] {
  return Object.entries(variables)
    .filter(([, range]) => !reachesMax(range))
    .map(([name, { min, max, step }]) => ({
      at: [...at, 'variables', name],
      message: {
        zh: `从 ${min} 起每次加 ${step}，到不了 ${max}。`,
        en: `Steps of ${step} from ${min} never reach ${max}.`,
      },
      fix: { zh: '请让 max 等于 min 加上若干个 step。', en: 'Make max equal min plus a whole number of steps.' },
    }))
}

function reachesMax({ min, max, step }: VariableRange): boolean {
  const steps = (max - min) / step
  return max >= min && Math.abs(steps - Math.round(steps)) < 1e-9
}

function checkCorners(template: NumeracyTemplate, at: Path): Finding[] {
  const wrong = (['min', 'max'] as const).filter((end) => !isComputable(template, end))
  return wrong.map((end) => ({
    at: [...at, 'variables'],
    message: {
      zh: `变量都取 ${end} 时算不出正数答案。`,
      en: `With every variable at its ${end} no positive answer comes out.`,
    },
    fix: { zh: '请检查范围，例如除数不能为 0。', en: 'Check the ranges; a divisor must not be 0.' },
  }))
}

function isComputable(template: NumeracyTemplate, end: 'min' | 'max'): boolean {
  const values = Object.fromEntries(
    Object.entries(template.variables).map(([name, range]) => [name, exact(range[end])]),
  )
  try {
    return Number(variantOf(template, values).expected) > 0
  } catch {
    return false
  }
}

function checkExample(template: NumeracyTemplate, at: Path): Finding[] {
  const { workedExample, variables, decimals } = template
  if (!workedExample) return []
  const missing = Object.keys(variables).filter((name) => !(name in workedExample.values))
  if (missing.length > 0) return [exampleFinding(at, `缺少 ${missing.join('、')}`, `lacks ${missing.join(', ')}`)]

  const values = Object.fromEntries(Object.entries(workedExample.values).map(([name, value]) => [name, exact(value)]))
  const { expected } = variantOf(template, values)
  const claimed = toDecimals(exact(workedExample.expected), decimals)
  return expected === claimed
    ? []
    : [exampleFinding(at, `写的是 ${claimed}，算出来是 ${expected}`, `says ${claimed}, but it is ${expected}`)]
}

function exampleFinding(at: Path, zh: string, en: string): Finding {
  return {
    at: [...at, 'workedExample'],
    message: { zh: `验算例${zh}。`, en: `The worked example ${en}.` },
    fix: { zh: '请核对题干、数值和单位。', en: 'Check stem, values and unit.' },
  }
}
