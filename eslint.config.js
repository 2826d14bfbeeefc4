import tseslint from 'typescript-eslint'

/** Functions aim at 25 lines and are refused at 60, as prettier lays them out; files end at 300 lines. */
const size = {
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-lines': ['error', { max: 300 }],
  'max-params': ['error', 4],
  'max-depth': ['error', 3],
}

export default tseslint.config(
  { ignores: ['build/', 'data/', 'node_modules/', 'miniprogram/miniprogram_npm/', '**/fixture/'] },
  {
    files: ['**/*.ts'],
    ignores: ['miniprogram/**', 'server/sandbox/page/**', 'server/console/**', 'scripts/miniprogram-web/runtime/**'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...size,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'warn',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
    },
  },
  {
    files: [
      'miniprogram/**/*.ts',
      'server/sandbox/page/**/*.ts',
      'server/console/**/*.ts',
      'scripts/miniprogram-web/runtime/**/*.ts',
    ],
    extends: [tseslint.configs.recommended],
    rules: {
      ...size,
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // A suite is one long function by nature; chai's assertions are expressions; fakes are loosely typed.
    files: ['**/*.test.ts', 'test/**/*.ts', 'scripts/bench/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // Stores, routers and composables are lists of short functions around one thing.
  {
    files: ['**/*-store.ts', '**/*routes.ts', 'server/console/**/use-*.ts', 'server/sandbox/build-sandbox.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  // vite asks for a default export.
  { files: ['**/vite.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
