import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** Which rooms each room may import from, itself apart. */
const allowed: Record<string, readonly string[]> = {
  model: [],
  'tool-version': [],
  files: ['model'],
  git: ['model'],
  gate: ['model', 'git'],
  patterns: [],
  openapi: ['model', 'files'],
  code: ['model', 'patterns'],
  diff: ['model', 'patterns'],
  cost: ['model'],
  reporters: ['model'],
  rules: ['model', 'diff'],
  report: ['model', 'tool-version', 'diff', 'cost'],
  cache: ['model', 'tool-version', 'files'],
  config: ['model', 'files', 'rules'],
  history: ['model', 'files', 'git', 'openapi', 'cost'],
  trend: ['model', 'files', 'git', 'cache'],
  blob: ['model', 'report'],
  audit: ['model', 'files', 'openapi', 'code', 'diff', 'rules', 'cost', 'report'],
  cli: [
    'model',
    'audit',
    'config',
    'reporters',
    'rules',
    'cost',
    'gate',
    'files',
    'history',
    'git',
    'trend',
    'cache',
    'blob',
  ],
  index: ['model', 'audit', 'config'],
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))

const room = (file: string): string => (file.split('/')[0] ?? file).replace(/\.ts$/, '')

interface Import {
  readonly from: string
  readonly to: string
}

const specifiers = (file: string): string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/^(?:import|export)\b[^'"]*?from\s+'([^']+)'/gms)].map(
    (match) => match[1] ?? '',
  )

const imports: Import[] = files.flatMap((file) =>
  specifiers(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({
      from: file,
      to: relative(src, resolve(src, dirname(file), specifier))
        .replaceAll('\\', '/')
        .replace(/\.js$/, '.ts'),
    })),
)

describe('the house', () => {
  it.each(Object.keys(allowed))('room %s imports only from the rooms below it', (name) => {
    const strangers = imports
      .filter(({ from, to }) => room(from) === name && room(to) !== name)
      .filter(({ to }) => !allowed[name]?.includes(room(to)))
      .map(({ from, to }) => `${from} -> ${to}`)
    expect(strangers).toEqual([])
  })

  it('has no room that is not on the plan', () => {
    expect([...new Set(files.map(room))].filter((name) => !(name in allowed))).toEqual([])
  })

  it('lets only code/ know the compiler', () => {
    const compilers = ['typescript', 'ts-json-schema-generator']
    const users = files.filter((file) => specifiers(file).some((specifier) => compilers.includes(specifier)))
    expect(users.filter((file) => room(file) !== 'code')).toEqual([])
  })

  it('has no import circle', () => {
    const next = new Map<string, string[]>()
    for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to])
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
        return
      }
      if (done.has(file)) return
      for (const target of next.get(file) ?? []) visit(target, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  it('keeps every file readable in one sitting', () => {
    const long = files.filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length > 300)
    expect(long).toEqual([])
  })
})
