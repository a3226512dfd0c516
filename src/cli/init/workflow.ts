import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Draft, Found } from './draft.js'

interface Manager {
  readonly lock: string
  readonly name: string
  readonly install: string
  readonly run: string
  readonly setUp?: string
}

const npm: Manager = { lock: 'package-lock.json', name: 'npm', install: 'npm ci', run: 'npx --no-install' }
const managers: readonly Manager[] = [
  npm,
  {
    lock: 'pnpm-lock.yaml',
    name: 'pnpm',
    install: 'pnpm install --frozen-lockfile',
    run: 'pnpm exec',
    setUp: 'pnpm/action-setup@v4',
  },
  { lock: 'yarn.lock', name: 'yarn', install: 'yarn install --frozen-lockfile', run: 'yarn run' },
]

const workflowFile = '.github/workflows/tattletype.yml'

/** A gate on pull requests for who is on GitHub; nothing for others. */
export function workflow({ root, place }: Found): Draft | null {
  if (place === undefined || !(place.github || existsSync(join(place.top, '.github')))) return null
  const { top, prefix } = place
  const above = managers.find(({ lock }) => existsSync(join(top, lock)))
  const manager = above ?? managers.find(({ lock }) => existsSync(join(root, lock))) ?? npm
  const own = prefix === '' ? [] : [`        working-directory: ${JSON.stringify(prefix)}`]
  const text = [
    'name: tattletype',
    'on: pull_request',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  tattletype:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v5',
    '        with:',
    '          # Where the branch parted from its base is what it is held against.',
    '          fetch-depth: 0',
    ...(manager.setUp === undefined ? [] : [`      - uses: ${manager.setUp}`]),
    '      - uses: actions/setup-node@v5',
    '        with:',
    '          node-version: 22',
    ...(above === undefined ? [] : [`          cache: ${manager.name}`]),
    `      - run: ${manager.install}`,
    ...(above === undefined ? own : []),
    `      - run: ${manager.run} tattletype --base --format github`,
    ...own,
    '',
  ].join('\n')
  return { file: relative(root, join(top, workflowFile)), text, purpose: 'the gate on pull requests' }
}
