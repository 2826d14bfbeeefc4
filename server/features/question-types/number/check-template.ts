/** A numeracy template must be computable for whatever the seed draws, and say everything that its answer needs. */
import type { NumeracyTemplate } from '../../../../shared/contracts/question-bank.js'
import { languages, type Bilingual } from '../../../../shared/contracts/text.js'
import type { Finding, Path } from '../../../data-files/file-problem.js'
import { texts } from '../texts/index.js'
import { calculations } from './calculators/index.js'
import { exact, toDecimals } from './exact-number.js'
import { placeholders, variantOf, type VariableRange } from './make-variant.js'

export function checkTemplate(template: NumeracyTemplate, at: Path): Finding[] {
  const findings = [...checkNeeds(template, at), ...checkStems(template, at), ...checkRanges(template, at)]
  return findings.length > 0 ? findings : [...checkCorners(template, at), ...checkExample(template, at)]
}

function checkNeeds({ calculator, variables }: NumeracyTemplate, at: Path): Finding[] {
  const { message, fix } = texts.variableNeeded
  return calculations[calculator].needs
    .filter((name) => !(name in variables))
    .map((name) => ({ at: [...at, 'variables'], message: message(calculator, name), fix }))
}

/** A number that the answer depends on but the stem hides would be a guess; a brace nobody fills would be shown as is. */
function checkStems({ stem, variables }: NumeracyTemplate, at: Path): Finding[] {
  const { hiddenInStem, undefinedInStem } = texts
  const known = Object.keys(variables)
  return languages.flatMap((language) => {
    const used = placeholders(stem[language])
    const place = [...at, 'stem', language]
    const hidden = known.filter((name) => !used.includes(name))
    const unknown = used.filter((name) => !(name in variables))
    return [
      ...hidden.map((name) => ({ at: place, message: hiddenInStem.message(name), fix: hiddenInStem.fix })),
      ...unknown.map((name) => ({
        at: place,
        message: undefinedInStem.message(name),
        fix: undefinedInStem.fix(known),
      })),
    ]
  })
}

function checkRanges({ variables }: NumeracyTemplate, at: Path): Finding[] {
  const { message, fix } = texts.rangeEnds
  return Object.entries(variables)
    .filter(([, range]) => !reachesMax(range))
    .map(([name, range]) => ({ at: [...at, 'variables', name], message: message(range), fix }))
}

function reachesMax({ min, max, step }: VariableRange): boolean {
  const steps = (max - min) / step
  return max >= min && Math.abs(steps - Math.round(steps)) < 1e-9
}

function checkCorners(template: NumeracyTemplate, at: Path): Finding[] {
  const wrong = (['min', 'max'] as const).filter((end) => !isComputable(template, end))
  const { message, fix } = texts.noPositiveAnswer
  return wrong.map((end) => ({ at: [...at, 'variables'], message: message(end), fix }))
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
  if (missing.length > 0) return [exampleFinding(at, texts.workedExample.lacks(missing))]

  const values = Object.fromEntries(Object.entries(workedExample.values).map(([name, value]) => [name, exact(value)]))
  const { expected } = variantOf(template, values)
  const claimed = toDecimals(exact(workedExample.expected), decimals)
  return expected === claimed ? [] : [exampleFinding(at, texts.workedExample.differs(claimed, expected))]
}

const exampleFinding = (at: Path, message: Bilingual): Finding => ({
  at: [...at, 'workedExample'],
  message,
  fix: texts.workedExample.fix,
})
