/** The house's import rules (ARCHITECTURE.md). Break one on purpose to see it fire. */
const test = '\\.(test|access)\\.ts$|^test/'
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(server|miniprogram|scripts|test)/' },
    },
    {
      name: 'client-never-imports-server',
      severity: 'error',
      from: { path: '^(miniprogram|server/console|server/sandbox/page)/', pathNot: test },
      to: { path: '^server/(?!console/|sandbox/page/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'miniprogram-takes-only-types',
      severity: 'error',
      from: { path: '^miniprogram/', pathNot: test },
      to: { path: '^shared/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-takes-only-the-readers',
      severity: 'error',
      from: { path: '^(server|scripts/demo)/', pathNot: test },
      to: { path: '^miniprogram/(?!(resume|numbers)/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-readers-are-pure',
      severity: 'error',
      from: { path: '^miniprogram/(resume|numbers)/', pathNot: test },
      to: { path: '^miniprogram/(?!$1/)' },
    },
    {
      name: 'features-meet-at-index',
      severity: 'error',
      from: { path: '^server/features/([^/]+)/', pathNot: test },
      to: {
        path: '^server/features/([^/]+)/',
        pathNot: ['^server/features/$1/', '^server/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'wiring-uses-index',
      severity: 'error',
      from: { path: '^server/(wiring/|[^/]+\\.ts$)' },
      to: { path: '^server/features/[^/]+/', pathNot: '/(index|feature)\\.ts$' },
    },
    {
      name: 'features-know-ports-not-adapters',
      severity: 'error',
      from: { path: '^server/features/', pathNot: test },
      to: { path: '^server/adapters/' },
    },
    {
      name: 'adapters-know-ports-only',
      severity: 'error',
      from: { path: '^server/adapters/' },
      to: { path: '^server/(features|http)/' },
    },
    {
      name: 'koa-stays-at-the-edge',
      severity: 'error',
      from: {
        path: '^server/',
        pathNot: ['^server/http/', '^server/app\\.ts$', 'routes\\.ts$', '^server/sandbox/', test],
      },
      to: { path: 'node_modules/(koa|@koa)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'assessment-is-an-engine',
      severity: 'error',
      from: { path: '^server/features/assessment/', pathNot: test },
      to: {
        path: '^server/',
        pathNot: [
          '^server/features/(assessment|question-types)/',
          '^server/ports/',
          '^server/threads/',
          '^server/texts/',
          '^server/errors\\.ts$',
        ],
      },
    },
    {
      // The dictionary takes 60 MB and 0.4 s of whichever thread loads it.
      name: 'product-scores-only-in-the-thread',
      severity: 'error',
      from: { path: '^server/main\\.ts$' },
      to: { path: '^server/features/assessment/reading/', reachable: true },
    },
    {
      name: 'mongoose-stays-in-stores',
      severity: 'error',
      from: {
        path: '^(server|scripts|shared)/',
        pathNot: ['-store\\.ts$', '^server/mongo/', '^server/embedded-mongo/.*\\.test\\.ts$', test],
      },
      to: { path: 'node_modules/mongoose', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'axios-stays-in-adapters',
      severity: 'error',
      from: { pathNot: ['^server/adapters/', test] },
      to: { path: 'node_modules/axios' },
    },
    {
      name: 'sandbox-stays-outside',
      severity: 'error',
      from: { pathNot: ['^server/sandbox/', '^server/main\\.ts$', '^scripts/', test] },
      to: { path: '^server/sandbox/' },
    },
    {
      name: 'embedded-store-stays-outside',
      severity: 'error',
      from: { pathNot: ['^server/embedded-mongo/', '^server/main\\.ts$', '^scripts/', test] },
      to: { path: '^server/embedded-mongo/' },
    },
    {
      name: 'embedded-store-knows-nothing-of-ours',
      severity: 'error',
      from: { path: '^server/embedded-mongo/', pathNot: test },
      to: { path: '^(server/(?!embedded-mongo/|threads/)|shared/|miniprogram/|scripts/)' },
    },
    {
      name: 'sandbox-knows-contracts-only',
      severity: 'error',
      from: { path: '^server/sandbox/', pathNot: test },
      to: { path: '^server/(?!sandbox/)' },
    },
    {
      name: 'cron-only-in-jobs',
      severity: 'error',
      from: { pathNot: '^server/jobs/' },
      to: { path: 'node_modules/node-cron' },
    },
    {
      name: 'no-test-from-product',
      severity: 'error',
      from: { path: '^(server|shared|miniprogram)/', pathNot: test },
      to: { path: test },
    },
    ...backwards(
      ['accounts', 'audit', 'timeline', 'notifications', 'question-types'],
      [
        'positions',
        'question-bank',
        'configuration',
        'talent',
        'written-tests',
        'consent',
        'screening',
        'invitations',
        'interviews',
        'recordings',
        'reports',
        'flow',
        'applications',
      ],
      ['bot', 'integrations'],
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)build/', '/fixture/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.vue', '.json'],
    },
  },
}

/** Everything that stands further right in the order may not be imported by what stands left of it; `first` and `last` stand side by side. */
function backwards(first, between, last) {
  const level = Object.fromEntries([
    ...first.map((name) => [name, 0]),
    ...between.map((name, i) => [name, i + 1]),
    ...last.map((name) => [name, between.length + 1]),
  ])
  return Object.keys(level).flatMap((name) => {
    const later = Object.keys(level).filter((other) => level[other] > level[name])
    return later.length
      ? [
          {
            name: `${name}-imports-nothing-later`,
            severity: 'error',
            from: { path: `^server/features/${name}/`, pathNot: test },
            to: { path: `^server/features/(${later.join('|')})/` },
          },
        ]
      : []
  })
}
