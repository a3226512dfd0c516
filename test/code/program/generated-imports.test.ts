import ts from 'typescript'
import { expect, it } from 'vitest'
import { openProject } from '../../../src/code/program/open.js'
import { createSourceFileCache } from '../../../src/code/program/source-files.js'

const cache = createSourceFileCache()

/** What a name stands for in the first expression of a file, as the compiler types it. */
function typed(files: Readonly<Record<string, string>>, file: string): string {
  const project = openProject('test/code/program', {
    virtual: { files: new Map(Object.entries(files)), alone: true },
    cache,
  })
  if (!project.ok) throw new Error(project.error.message)
  const source = project.value.files.find((each) => project.value.locate(each).file === file)
  if (source === undefined) throw new Error(`${file} is not read`)
  const { checker } = project.value
  const exported = checker.getSymbolAtLocation(source)?.exports?.get(ts.InternalSymbolName.Default)
  if (exported === undefined) throw new Error(`${file} exports nothing`)
  return checker.typeToString(checker.getTypeOfSymbol(exported))
}

const nitro = { 'package.json': '{"devDependencies":{"nitropack":"*"}}' }
const nuxt = { 'package.json': '{"devDependencies":{"nuxt":"*"}}' }
const answer = 'const asked = theAnswer()\nexport default asked\n'

it.each([
  ['a function of the utilities', { ...nitro, 'utils/a.ts': 'export function theAnswer() { return 42 as const }' }],
  ['one in a folder below', { ...nitro, 'server/utils/b/a.ts': 'export const theAnswer = () => 42 as const' }],
  [
    'one that a barrel passes on',
    {
      ...nitro,
      'utils/index.ts': "export * from '../lib/a'",
      'lib/a.ts': 'export const theAnswer = () => 42 as const',
    },
  ],
  ['one of Nuxt', { ...nuxt, 'server/utils/a.ts': 'export const theAnswer = () => 42 as const' }],
  ['one that server and app share', { ...nuxt, 'shared/utils/a.ts': 'export const theAnswer = () => 42 as const' }],
])('knows %s without an import', (_what, files) => {
  expect(typed({ ...files, 'tsconfig.json': '{}', 'server/api/x.ts': answer }, 'server/api/x.ts')).toBe('42')
})

it('knows types that the utilities export', () => {
  const files = {
    'utils/a.ts': 'export type Size = 1 | 2',
    'api/x.ts': 'const size = 1 as Size\nexport default size\n',
  }
  expect(typed({ ...nitro, ...files, 'tsconfig.json': '{}' }, 'api/x.ts')).toBe('Size')
})

it.each([
  ['Nitro', nitro, './.nitro/types/tsconfig.json'],
  ['Nuxt', nuxt, './.nuxt/tsconfig.json'],
])('reads options of %s that a fresh clone does not have yet', (_name, manifest, base) => {
  const files = { 'tsconfig.json': JSON.stringify({ extends: base }), 'server/a.ts': 'export const a = 42 as const' }
  const asking = { 'server/api/x.ts': "import { a } from '~~/server/a'\nexport default a\n" }
  expect(typed({ ...manifest, ...files, ...asking }, 'server/api/x.ts')).toBe('42')
})

it('reads the server of a Nuxt project that refers to one configuration for each part', () => {
  const references = ['./.nuxt/tsconfig.app.json', './.nuxt/tsconfig.server.json'].map((path) => ({ path }))
  const files = {
    'tsconfig.json': JSON.stringify({ files: [], references }),
    'server/api/x.ts': 'export default 1 as const',
  }
  expect(typed({ ...nuxt, ...files }, 'server/api/x.ts')).toBe('1')
})

it('leaves it to what has been generated already', () => {
  const generated = { '.nitro/types/nitro-imports.d.ts': 'declare global { const theAnswer: () => 7 }\nexport {}' }
  const files = { 'utils/a.ts': 'export const theAnswer = () => 42 as const', 'api/x.ts': answer }
  const tsconfig = '{"include":["api",".nitro/types/nitro-imports.d.ts"]}'
  expect(typed({ ...nitro, ...generated, ...files, 'tsconfig.json': tsconfig }, 'api/x.ts')).toBe('7')
})
