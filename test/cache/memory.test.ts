import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openMemory } from '../../src/cache/memory.js'
import { watchedSystem } from '../../src/code/program/system.js'
import { findFiles } from '../../src/files/find.js'
import { readFrom } from '../../src/files/read.js'
import type { Journal } from '../../src/model/journal.js'
import type { Snapshot } from '../../src/model/snapshot.js'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder with `a.txt` and `deep/b.ts`, and a question that looks at it in one way. */
function project(read: (path: (name: string) => string, journal: Journal) => unknown, snapshot?: Snapshot) {
  const root = mkdtempSync(join(tmpdir(), 'tattletype-memory-'))
  folders.push(root)
  const path = (name: string) => join(root, name)
  mkdirSync(path('deep'))
  writeFileSync(path('a.txt'), 'one')
  writeFileSync(path('deep/b.ts'), 'one')
  let reads = 0
  return {
    path,
    cache: path('cache'),
    reads: () => reads,
    ask: (now = snapshot, settings = '{}') =>
      openMemory(root, path('cache')).recall({
        kind: 'test',
        settings,
        snapshot: now,
        async read(journal) {
          reads += 1
          return { value: await read(path, journal) }
        },
        isKept: () => true,
      }),
  }
}

type Path = (name: string) => string

const looks = {
  text: (path: Path, journal: Journal) => readFrom(path('a.txt'), 1e6, journal),
  compiler: (path: Path, journal: Journal) => watchedSystem(journal).readFile(path('a.txt')),
  'no file': (path: Path, journal: Journal) => watchedSystem(journal).fileExists(path('none.ts')),
  'no folder': (path: Path, journal: Journal) => watchedSystem(journal).directoryExists(path('none')),
  names: (path: Path, journal: Journal) => watchedSystem(journal).entries(path('deep'), ['.ts']),
  link: (path: Path, journal: Journal) => watchedSystem(journal).realpath(path('deep/b.ts')),
  search: (path: Path, journal: Journal) =>
    findFiles({ root: path('.'), journal }, { patterns: ['**/*.ts'], ignore: ['cache/**'] }),
}

describe('an answer is read again', () => {
  it.each<[string, keyof typeof looks, (path: Path) => void]>([
    ['where a text is another', 'text', (path) => writeFileSync(path('a.txt'), 'two')],
    ['where it is gone', 'text', (path) => rmSync(path('a.txt'))],
    ['where it only got a byte order mark', 'text', (path) => writeFileSync(path('a.txt'), '\uFEFFone')],
    [
      'where it is as long and as old as before',
      'text',
      (path) => {
        writeFileSync(path('a.txt'), 'eno')
        utimesSync(path('a.txt'), 1, 1)
      },
    ],
    ['where a file appears that was looked for', 'no file', (path) => writeFileSync(path('none.ts'), '')],
    ['where a folder appears that was looked for', 'no folder', (path) => mkdirSync(path('none'))],
    ['where a folder holds a file more', 'names', (path) => writeFileSync(path('deep/c.ts'), '')],
    ['where a folder holds a folder more', 'names', (path) => mkdirSync(path('deep/more'))],
    [
      'where a link leads elsewhere',
      'link',
      (path) => {
        renameSync(path('deep'), path('moved'))
        symlinkSync(path('moved'), path('deep'))
      },
    ],
    ['where a search finds more', 'search', (path) => writeFileSync(path('deep/c.ts'), '')],
  ])('%s', async (_, look, edit) => {
    const { path, ask, reads } = project(looks[look])
    await ask()
    edit(path)
    await ask()
    expect(reads()).toBe(2)
  })

  it('under other settings', async () => {
    const { ask, reads } = project(looks.text)
    await ask()
    await ask(undefined, '{"strict":true}')
    expect(reads()).toBe(2)
  })

  it('where something was read that no file tells', async () => {
    const { ask, reads } = project((_, journal) => journal.saw({ kind: 'elsewhere' }))
    await ask()
    await ask()
    expect(reads()).toBe(2)
  })
})

describe('an answer is remembered', () => {
  it.each<[string, keyof typeof looks, (path: Path) => void]>([
    ['where nothing happened', 'text', () => undefined],
    ['where a file was touched', 'text', (path) => utimesSync(path('a.txt'), 1, 1)],
    [
      'where a file was changed and changed back',
      'text',
      (path) => {
        writeFileSync(path('a.txt'), 'two')
        writeFileSync(path('a.txt'), 'one')
      },
    ],
    ['where another file changed', 'text', (path) => writeFileSync(path('deep/b.ts'), 'two')],
    [
      'where a mark was added that the compiler cuts off',
      'compiler',
      (path) => writeFileSync(path('a.txt'), '\uFEFFone'),
    ],
    ['where a file came that no ending asks for', 'names', (path) => writeFileSync(path('deep/c.md'), '')],
  ])('%s', async (_, look, edit) => {
    const { path, ask, reads } = project(looks[look])
    const before = await ask()
    edit(path)
    expect(await ask()).toEqual(before)
    expect(reads()).toBe(1)
  })

  it('for each of the states that a file goes to and fro between', async () => {
    const { path, ask, reads } = project(looks.text)
    for (const text of ['one', 'two', 'one', 'two', 'one']) {
      writeFileSync(path('a.txt'), text)
      expect(await ask()).toEqual({ value: { ok: true, value: text } })
    }
    expect(reads()).toBe(2)
  })

  it('with what JSON cannot hold: a value in two places, nothing, minus zero', async () => {
    const shared = { at: 1 }
    const { ask } = project(() => ({
      one: shared,
      two: shared,
      none: undefined,
      zero: -0,
      map: new Map([['a', shared]]),
    }))
    await ask()
    const { value } = await ask()
    expect(value).toEqual({ one: shared, two: shared, none: undefined, zero: -0, map: new Map([['a', shared]]) })
    expect((value as { one: object }).one).toBe((value as { two: object }).two)
  })
})

describe('of a snapshot', () => {
  const snapshot = (text: string, more: Record<string, string> = {}): Snapshot => ({
    name: text,
    files: new Map(Object.entries({ 'a.ts': text, ...more })),
  })

  it('the files that were looked at count, by their text or by the name that git gives it', async () => {
    const { ask, reads } = project((_, journal) => journal.saw({ kind: 'held', path: 'a.ts' }))
    await ask(snapshot('one'))
    await ask(snapshot('one', { 'b.ts': '' }))
    expect(reads()).toBe(1)
    await ask(snapshot('two'))
    expect(reads()).toBe(2)
    await ask({ ...snapshot('one'), ids: new Map([['a.ts', '1234']]) })
    await ask({ ...snapshot('one'), ids: new Map([['a.ts', '1234']]) })
    expect(reads()).toBe(3)
  })

  it('a folder and the absence of a file count too', async () => {
    const { ask, reads } = project((_, journal) => {
      journal.saw({ kind: 'held', path: 'none.ts' })
      journal.saw({ kind: 'held-entries', path: 'src', endings: ['.ts'] })
    })
    await ask(snapshot('one', { 'src/b.ts': '' }))
    await ask(snapshot('two', { 'src/b.ts': '2', 'src/c.json': '' }))
    expect(reads()).toBe(1)
    await ask(snapshot('one', { 'src/b.ts': '', 'src/c.ts': '' }))
    await ask(snapshot('one', { 'src/b.ts': '', 'none.ts': '' }))
    expect(reads()).toBe(3)
  })
})

describe('whatever is wrong with the folder', () => {
  const spoiled = (cache: string, spoil: (file: string) => void): void => {
    for (const file of readdirSync(join(cache, 'answers'))) spoil(join(cache, 'answers', file))
  }

  it.each<[string, (file: string) => void]>([
    ['an entry that is torn', (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, -9))],
    ['an entry with other words', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('one', 'two'))],
    ['an empty entry', (file) => writeFileSync(file, '')],
    [
      'a folder in its place',
      (file) => {
        rmSync(file)
        mkdirSync(file)
      },
    ],
  ])('%s is read anew', async (_, spoil) => {
    const { ask, reads, cache } = project(looks.text)
    const before = await ask()
    spoiled(cache, spoil)
    expect(await ask()).toEqual(before)
    expect(reads()).toBe(2)
  })

  it('an answer under the name of another question is none to it', async () => {
    const { ask, reads, cache } = project(looks.text)
    await ask()
    await ask(undefined, '{"other":true}')
    const [one, other] = readdirSync(join(cache, 'answers'))
      .filter((name) => name.startsWith('test-'))
      .map((name) => join(cache, 'answers', name))
    writeFileSync(other ?? '', readFileSync(one ?? ''))
    await ask()
    await ask(undefined, '{"other":true}')
    expect(reads()).toBe(3)
  })

  it('a folder that is a file, or cannot be written, is no error', async () => {
    const { ask, reads, cache } = project(looks.text)
    writeFileSync(cache, '')
    await ask()
    expect(await ask()).toEqual({ value: { ok: true, value: 'one' } })
    expect(reads()).toBe(2)
    rmSync(cache)
    mkdirSync(cache)
    chmodSync(cache, 0o500)
    expect(await ask()).toEqual({ value: { ok: true, value: 'one' } })
    chmodSync(cache, 0o700)
  })
})
