import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Place } from '../../gate/place.js'
import type { Found, Offer } from './draft.js'
import { type Manager, managerIn, managerOf } from './managers.js'
import { quoted } from './quoted.js'

const workflowFile = '.github/workflows/tattletype.yml'
const pipelineFile = '.gitlab-ci.yml'

/** A gate on pull requests for who is on GitHub, on merge requests for who is on GitLab; nothing for others. */
export function workflow({ root, place }: Found): Offer | null {
  if (place === undefined) return null
  const { top, host } = place
  const file = (name: string) => relative(root, join(top, name))
  if (host === 'github' || existsSync(join(top, '.github'))) {
    const draft = { file: file(workflowFile), text: onGitHub(root, place), purpose: 'the gate on pull requests' }
    return { draft }
  }
  const lines = onGitLab(root, place)
  if (existsSync(join(top, pipelineFile))) return { advice: { file: file(pipelineFile), lines } }
  if (host !== 'gitlab') return null
  const text = lines.map((line) => `${line}\n`).join('')
  return { draft: { file: file(pipelineFile), text, purpose: 'the gate on merge requests' } }
}

function onGitHub(root: string, { top, prefix }: Place): string {
  const above = managerIn(top)
  const manager = managerOf(top, root)
  const own = prefix === '' ? [] : [`        working-directory: ${JSON.stringify(prefix)}`]
  return [
    'name: tattletype',
    'on:',
    '  pull_request:',
    '  merge_group:',
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
    `      - run: ${manager.run} tattletype --base --format pretty github`,
    ...own,
    '',
  ].join('\n')
}

function onGitLab(root: string, { top, prefix }: Place): readonly string[] {
  const manager = managerOf(top, root)
  const go = prefix === '' ? [] : [`    - cd ${quoted(prefix)}`]
  const install = [...setUpOf(manager), `    - ${manager.install}`]
  const reports = 'gitlab:gl-code-quality-report.json junit:junit.xml'
  return [
    'api-drift:',
    '  image: node:22',
    '  rules:',
    '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
    '    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
    '  variables:',
    '    # Where the branch parted from its base is what it is held against.',
    '    GIT_DEPTH: 0',
    '  script:',
    ...(managerIn(top) === undefined ? [...go, ...install] : [...install, ...go]),
    `    - ${manager.run} tattletype --base "\${CI_MERGE_REQUEST_DIFF_BASE_SHA:-HEAD}" --format pretty ${reports}`,
    '  artifacts:',
    '    when: always',
    '    reports:',
    `      codequality: ${prefix}gl-code-quality-report.json`,
    `      junit: ${prefix}junit.xml`,
  ]
}

const setUpOf = ({ name }: Manager): readonly string[] => (name === 'npm' ? [] : ['    - corepack enable'])
