/**
 * The import rules of the house. Fails also when it read next to nothing: with a TypeScript it does not know,
 * dependency-cruiser reads no module and would pass.
 */
import { execFileSync } from 'node:child_process'

const leastModules = 100
const roots = ['server', 'shared', 'miniprogram', 'scripts', 'test']

interface Cruise {
  summary: {
    totalCruised: number
    violations: { from: string; to: string; rule: { name: string } }[]
  }
}

const output = execFileSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...roots,
  ],
  {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  },
)
const { violations, totalCruised } = (JSON.parse(output) as Cruise).summary

for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`)
if (totalCruised < leastModules) console.error(`only ${totalCruised} modules were read: the check itself is broken`)
console.log(`import rules: ${totalCruised} modules, ${violations.length} violations`)
process.exitCode = violations.length > 0 || totalCruised < leastModules ? 1 : 0
