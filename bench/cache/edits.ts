import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** What was before the first edit, by file. */
export type Original = ReadonlyMap<string, string>

interface Hand {
  readonly root: string
  readonly original: Original
  /** A number below one. */
  readonly next: () => number
}

/** Changes something by chance; false where it found nothing to change. */
type Edit = (hand: Hand) => boolean

/** The files that an edit may touch, sorted: links to the repository's own dependencies are left alone. */
export function filesOf(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name === '.git' || entry.isSymbolicLink()) return []
      return entry.isDirectory() ? filesOf(root, path) : [path]
    })
    .sort()
}

const pick = <Item>(items: readonly Item[], next: () => number): Item | undefined =>
  items[Math.floor(next() * items.length)]

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

/** Replaces one place, chosen by chance, of one file that has such a place. */
const replacing =
  (files: RegExp, place: RegExp, by: (found: string, next: () => number) => string): Edit =>
  ({ root, next }) => {
    const file = pick(
      filesOf(root).filter((each) => files.test(each)),
      next,
    )
    const text = file === undefined ? '' : readFileSync(join(root, file), 'utf8')
    const found = pick([...text.matchAll(place)], next)
    if (file === undefined || found === undefined) return false
    const after = text.slice(found.index + found[0].length)
    write(root, file, text.slice(0, found.index) + by(found[0], next) + after)
    return true
  }

const code = /\.ts$/
const documents = /\.ya?ml$/
const other =
  (...words: string[]) =>
  (found: string): string =>
    words[(words.indexOf(found) + 1) % words.length] ?? found

/** Every way in which a project is edited, by a name to tell it by. */
export const edits: Readonly<Record<string, Edit>> = {
  'another type': replacing(code, /\b(string|number|boolean)\b/g, other('string', 'number', 'boolean')),
  'optional or not': replacing(code, /\??: (?=string|number|')/g, other(': ', '?: ')),
  'a field more': replacing(
    code,
    /\n {2}\w+\??: \w+\n/g,
    (found, next) => `${found}  more${Math.floor(next() * 9)}: string\n`,
  ),
  'a value more': replacing(code, /'\w+'(?= \||\n)/g, (found) => `${found} | 'other'`),
  'another status': replacing(code, /\b(200|201|204|400|404|409)\b/g, other('200', '201', '204', '400', '404', '409')),
  'another path': replacing(code, /'\/[\w:]*'/g, (found) => `${found.slice(0, -1)}x'`),
  'lines moved': replacing(code, /^/g, () => '// a word\n'),
  'a name in the document': replacing(documents, /\b(id|name|price|state|title)\b/g, (found) => `${found}s`),
  'a type in the document': replacing(
    documents,
    /\b(string|number|integer|boolean)\b/g,
    other('string', 'number', 'integer', 'boolean'),
  ),
  'a status in the document': replacing(documents, /'(200|201|204|404)'/g, other("'200'", "'201'", "'204'", "'404'")),
  'lines moved in the document': replacing(documents, /^/g, () => '# a word\n'),
  'the document torn': replacing(documents, /\n {4}\w+:/g, () => '\n   ]:'),
  'strict or not': replacing(/^tsconfig/, /"strict": (true|false)/g, other('"strict": true', '"strict": false')),
  'other files included': replacing(
    /^tsconfig/,
    /"include": \[[^\]]*\]/g,
    other('"include": ["src"]', '"include": ["src/**/*", "lib"]', '"include": ["src/app.ts"]'),
  ),
  'another resolution': replacing(
    /^tsconfig/,
    /"module": "\w+"/g,
    other('"module": "NodeNext"', '"module": "ESNext", "moduleResolution": "Bundler"'),
  ),
  'another dependency': replacing(
    /^package\.json$/,
    /"(express|hono|koa|fastify)": /g,
    other('"express": ', '"hono": ', '"koa": '),
  ),
  'another entry of a package': replacing(
    /shapes\/package\.json$/,
    /"types": "[\w.]+"/g,
    other('"types": "index.d.ts"', '"types": "shape.d.ts"', '"types": "none.d.ts"'),
  ),
  'another type in a package': replacing(/\.d\.ts$/, /'(round|square)'/g, other("'round'", "'square'", "'flat'")),
  'a rule of the linter': ({ root, next }) => {
    const on = next() < 0.5
    write(
      root,
      'redocly.yaml',
      on ? 'extends:\n  - spec\nrules:\n  operation-summary: error\n' : 'extends:\n  - spec\n',
    )
    return true
  },
  'a module in the way': ({ root, next }) => {
    const file = pick(
      filesOf(root).filter((each) => each.startsWith('src/') && each.endsWith('.ts')),
      next,
    )
    if (file === undefined) return false
    write(
      root,
      file.replace(/\.ts$/, pick(['.tsx', '.d.ts', '/index.ts', '.js'], next) ?? '.js'),
      'export type Good = { id: 1 }\nexport type Named = { id: 2 }\n',
    )
    return true
  },
  'a package in the way': ({ root, next }) => {
    const folder = next() < 0.5 ? 'src/node_modules/shapes' : 'src/models/node_modules/shapes'
    write(root, `${folder}/index.d.ts`, `export type Shape = '${pick(['oval', 'long'], next)}'\n`)
    return true
  },
  'a file more': ({ root, next }) => {
    write(
      root,
      pick(['src/new.ts', 'lib/new.ts', 'README.md', 'src/new.test.ts', 'notes.json'], next) ?? '',
      `// ${next()}\n`,
    )
    return true
  },
  'another document': ({ root, next }) => {
    write(root, pick(['docs/openapi.yaml', 'swagger.json'], next) ?? '', 'openapi: 3.0.3\npaths: {}\n')
    return true
  },
  'a file less': ({ root, next }) => {
    const file = pick(filesOf(root), next)
    if (file !== undefined) rmSync(join(root, file))
    return file !== undefined
  },
  'another name': ({ root, next }) => {
    const file = pick(filesOf(root), next)
    if (file !== undefined) renameSync(join(root, file), join(root, `${dirname(file)}/renamed.ts`))
    return file !== undefined
  },
  'two files swapped': ({ root, next }) => {
    const [one, two] = [pick(filesOf(root), next), pick(filesOf(root), next)]
    if (one === undefined || two === undefined || one === two) return false
    const [first, second] = [join(root, one), join(root, two)]
    renameSync(first, `${first}.swap`)
    renameSync(second, first)
    renameSync(`${first}.swap`, second)
    return true
  },
  'a link in its place': ({ root, next }) => {
    const [file, target] = [pick(filesOf(root), next), pick(filesOf(root), next)]
    if (file === undefined || target === undefined || file === target) return false
    rmSync(join(root, file))
    symlinkSync(join(root, target), join(root, file))
    return true
  },
  'touched, no more': ({ root, next }) => {
    const file = pick(filesOf(root), next)
    if (file !== undefined) utimesSync(join(root, file), new Date(), new Date())
    return file !== undefined
  },
  'as long as before, and as old': ({ root, next }) => {
    const file = pick(
      filesOf(root).filter((each) => code.test(each)),
      next,
    )
    if (file === undefined) return false
    const path = join(root, file)
    const { atime, mtime } = statSync(path)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\b(id|ix)\b/, other('id', 'ix')))
    utimesSync(path, atime, mtime)
    return true
  },
  'a byte order mark': ({ root, next }) => {
    const file = pick(filesOf(root), next)
    if (file === undefined) return false
    const text = readFileSync(join(root, file), 'utf8')
    write(root, file, text.startsWith('\uFEFF') ? text.slice(1) : `\uFEFF${text}`)
    return true
  },
  'one file as it was': ({ root, original, next }) => {
    const file = pick([...original.keys()], next)
    if (file !== undefined) restore(root, file, original)
    return file !== undefined
  },
  'all as it was': ({ root, original, next }) => {
    if (next() < 0.3) restoreAll(root, original)
    return true
  },
}

function restore(root: string, file: string, original: Original): void {
  const path = join(root, file)
  const above = dirname(path)
  if (existsSync(above) && !statSync(above).isDirectory()) return
  rmSync(path, { force: true, recursive: true })
  write(root, file, original.get(file) ?? '')
}

/** Brings the project back to where it began. */
export function restoreAll(root: string, original: Original): void {
  for (const file of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name)
    const isForeign = /node_modules\/(express|@types)/.test(path) || path.endsWith('/node_modules')
    if (!isForeign && !path.includes('/.git') && !file.isDirectory()) rmSync(path, { force: true })
  }
  for (const file of original.keys()) restore(root, file, original)
}
