import ts from 'typescript'
import { expect, it } from 'vitest'
import { openProject } from '../../../src/code/program/open.js'
import { createSourceFileCache } from '../../../src/code/program/source-files.js'

const cache = createSourceFileCache()

function open(files: Readonly<Record<string, string>>, config?: string) {
  const virtual = { files: new Map(Object.entries(files)), alone: true }
  return openProject('test/code/program', { virtual, cache, ...(config === undefined ? {} : { config }) })
}

/** The project's files, or the error's words and place. */
function opened(files: Readonly<Record<string, string>>, config?: string): unknown {
  const project = open(files, config)
  if (!project.ok) return project.error
  return project.value.files.map((file) => project.value.locate(file).file).sort()
}

it('reads the files that the tsconfig includes, without tests', () => {
  const files = {
    'tsconfig.json': '{"include":["src"]}',
    'src/a.ts': '',
    'src/a.test.ts': '',
    'test/b.ts': '',
    'c.ts': '',
  }
  expect(opened(files)).toEqual(['src/a.ts'])
})

it('reads tests where there is nothing else', () => {
  expect(opened({ 'tsconfig.json': '{}', 'test/b.ts': '' })).toEqual(['test/b.ts'])
})

it('reads the projects that a solution refers to', () => {
  const files = {
    'tsconfig.json': '{"files":[],"references":[{"path":"./api"}]}',
    'api/tsconfig.json': '{"include":["src"]}',
    'api/src/a.ts': '',
  }
  expect(opened(files)).toEqual(['api/src/a.ts'])
})

it('reads each project of a solution with its own options, not with those beside the list', () => {
  const files = {
    'tsconfig.json':
      '{"files":[],"references":[{"path":"./api"}],"compilerOptions":{"module":"NodeNext","paths":{"@/*":["./api/src/*"]}}}',
    'api/tsconfig.json': '{"include":["src"],"compilerOptions":{"module":"ESNext"}}',
    'api/src/a.ts': '',
  }
  const project = open(files)
  expect(project.ok && project.value.program.getCompilerOptions()).toMatchObject({
    module: ts.ModuleKind.ESNext,
    paths: { '@/*': ['./api/src/*'] },
  })
})

it('finds a file of the project behind an import that leaves out its ending, as what runs TypeScript does', () => {
  const files = {
    'tsconfig.json': '{"compilerOptions":{"module":"NodeNext"},"files":["a.ts"]}',
    'package.json': '{"type":"module"}',
    'a.ts': 'import { b } from "./b"; import { c } from "./c"; export { b, c }',
    'b.ts': 'export const b = 1',
    'c/index.ts': 'export const c = 1',
  }
  expect(opened(files)).toEqual(['a.ts', 'b.ts', 'c/index.ts'])
})

it('says where a tsconfig is missing, broken or empty', () => {
  expect(opened({})).toMatchObject({ message: 'no tsconfig: tsconfig.json does not exist' })
  expect(opened({ 'tsconfig.json': '{\n  "include": [\n', 'a.ts': '' })).toMatchObject({
    file: 'tsconfig.json',
    line: 3,
  })
  expect(opened({ 'tsconfig.json': '{}' })).toMatchObject({ message: 'the tsconfig includes no files' })
})

it('goes on with options that another TypeScript knows, and says so', () => {
  const project = open({ 'tsconfig.json': '{"compilerOptions":{"fromTheFuture":true}}', 'a.ts': '' })
  expect(project.ok && project.value.notices).toEqual([expect.stringContaining('fromTheFuture')])
})

it('keeps null in types whatever the tsconfig says', () => {
  const project = open({ 'tsconfig.json': '{"compilerOptions":{"strict":false}}', 'a.ts': '' })
  expect(project.ok && project.value.program.getCompilerOptions().strictNullChecks).toBe(true)
})

it('reads a project of TypeScript 6 with its defaults', () => {
  const manifest = '{"devDependencies":{"typescript":"^6.0.0"}}'
  const project = open({ 'tsconfig.json': '{}', 'package.json': manifest, 'a.ts': '' })
  expect(project.ok && project.value.program.getCompilerOptions().strict).toBe(true)
})

it('says which dependencies are not installed', () => {
  const manifest = '{"dependencies":{"no-such-package":"1","typescript":"5"}}'
  const project = open({ 'tsconfig.json': '{}', 'package.json': manifest, 'a.ts': '' })
  expect(project.ok && project.value.notices).toEqual([
    'no-such-package is declared but not installed: types from it are unknown',
  ])
  const alone = open({ 'tsconfig.json': '{}', 'package.json': '{"dependencies":{"no-such-package":"1"}}', 'a.ts': '' })
  expect(alone.ok && alone.value.notices).toEqual(['node_modules is missing: types from dependencies are unknown'])
})

it('says of an alias of the tsconfig that it leads to no file, not that a package is missing', () => {
  const paths = { '@interfaces/*': ['./src/interfaces/*'], '@/*': ['./src/*'], '*': ['./types/*'] }
  const project = open({
    'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler', paths } }),
    'package.json': '{"dependencies":{"typescript":"5"}}',
    'src/a.ts': `import { A } from '@interfaces/a'; import { B } from '@interfaces/b'; import { c } from '@/c'; import css from '@/d.css'
      import { e } from '~/e'; import { f } from '@elsewhere/f'; export { A, B, c, css, e, f }`,
    'src/interfaces/b.ts': 'export interface B { b: string }',
  })
  expect(project.ok && project.value.notices).toEqual([
    '@elsewhere/f is not installed: types from it are unknown',
    'the alias "@/*" of the tsconfig leads to no file for @/c: types from there are unknown',
    'the alias "@interfaces/*" of the tsconfig leads to no file for @interfaces/a: types from there are unknown',
  ])
})

it('reads nothing outside the root', () => {
  const files = {
    'tsconfig.json': '{"extends":"../../../tsconfig.json","include":["src"]}',
    'src/a.ts': `import '../../express/serve.js'`,
  }
  const project = open(files)
  expect(project.ok && project.value.program.getSourceFiles().map((file) => file.fileName)).not.toContainEqual(
    expect.stringContaining('express/serve.'),
  )
})

it('lists the files of a tsconfig as the compiler itself does', () => {
  const files = {
    'tsconfig.json': '{"include":["src/**/*","lib/?.ts"],"exclude":["**/old"]}',
    'src/a.ts': '',
    'src/deep/b.mts': '',
    'src/old/c.ts': '',
    'src/.hidden/d.ts': '',
    'lib/e.ts': '',
    'lib/ff.ts': '',
  }
  expect(opened(files)).toEqual(['lib/e.ts', 'src/a.ts', 'src/deep/b.mts'])
})
