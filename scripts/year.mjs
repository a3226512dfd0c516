// Lays out samples/express-genai with a git history of its document: node scripts/year.mjs FOLDER [--commits 2000].
// Without a number it is one year, in which some endpoints change often and most never; the sweep, the new words, the other
// layout and the change of code in it are no contract changes. With a number it is so many changes over ten years, for measuring.
// Prints the changes of each endpoint that the history holds, as JSON.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { dump, load } from 'js-yaml'

const { values, positionals } = parseArgs({ options: { commits: { type: 'string' } }, allowPositionals: true })
if (positionals[0] === undefined) throw new Error('name the folder: node scripts/year.mjs FOLDER')
const folder = resolve(positionals[0])
const sample = fileURLToPath(new URL('../samples/express-genai', import.meta.url))
const document = load(readFileSync(`${sample}/openapi.right.yaml`, 'utf8'))
const methods = ['get', 'put', 'post', 'patch', 'delete']
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  methods.filter((method) => item[method]).map((method) => [`${method.toUpperCase()} ${path}`, item[method]]),
)

const day = 24 * 60 * 60
const start = Date.UTC(2025, 0, 1, 12) / 1000
const planned = {}
const commits = [{ time: start, message: 'Describe the API', files: { 'openapi.yaml': dump(document) } }]
const add = (time, message, layout = {}) =>
  commits.push({ time, message, files: { 'openapi.yaml': dump(document, layout) } })

/** One documentation point changes: a bound of a query parameter of the endpoint. */
function change(name, time) {
  const [, operation] = operations.find(([known]) => known === name)
  const version = (planned[name] ?? 0) + 1
  const schema = { type: 'integer', maximum: version }
  const others = (operation.parameters ?? []).filter((parameter) => parameter.name !== 'depth')
  operation.parameters = [...others, { name: 'depth', in: 'query', schema }]
  planned[name] = version
  add(time, `Change ${name}`)
}

function oneYear() {
  const busy = { 'POST /chat/completions': 12, 'GET /documents': 5, 'GET /usage': 2, 'POST /auth/login': 1 }
  const events = Object.entries(busy).flatMap(([name, times]) =>
    Array.from({ length: times }, (_, index) => [((index + 1) * 360) / (times + 1), () => name]),
  )
  const sweep = (time) => {
    for (const [, operation] of operations) {
      const header = { name: 'X-Trace', in: 'header', schema: { type: 'string' } }
      operation.parameters = [...(operation.parameters ?? []), header]
    }
    add(time, 'Sweep through all endpoints')
  }
  const words = (time) => {
    document.info.description = 'Other words.'
    add(time, 'Find other words')
  }
  events.push([75, () => words], [150, () => sweep], [225, () => (time) => add(time, 'Lay out anew', { flowLevel: 6 })])
  events.push([
    330,
    () => (time) => commits.push({ time, message: 'Change code', files: { 'src/note.ts': 'export {}\n' } }),
  ])
  for (const [when, what] of events.sort(([a], [b]) => a - b)) {
    const event = what()
    const time = start + Math.round(when * day)
    if (typeof event === 'string') change(event, time)
    else event(time)
  }
  commits.push({ time: start + 365 * day, message: 'End the year', files: { 'NOTES.md': 'A year has gone by.\n' } })
}

function many(count) {
  for (let index = 1; index < count; index += 1) {
    const [name] = operations[(index * index + 3 * index) % operations.length]
    change(name, start - 3650 * day + Math.round((index * 3650 * day) / count))
  }
  commits[0].time -= 3650 * day
}

const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`

function importStream() {
  return commits
    .map(({ time, message, files }) => {
      const written = Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`)
      const who = `committer Ada <ada@example.org> ${time} +0000`
      return `commit refs/heads/main\n${who}\n${data(message)}${written.join('')}\n`
    })
    .join('')
}

function git(args, input) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const { status, stderr, error } = spawnSync('git', args, { cwd: folder, env, input, encoding: 'utf8' })
  if (status !== 0) throw error ?? new Error(stderr)
}

if (values.commits === undefined) oneYear()
else many(Number(values.commits))
mkdirSync(folder, { recursive: true })
git(['init', '-q', '-b', 'main'])
git(['fast-import', '--quiet'], importStream())
git(['reset', '-q', '--hard', 'main'])
for (const part of ['src', 'tsconfig.json', 'package.json'])
  cpSync(`${sample}/${part}`, `${folder}/${part}`, { recursive: true })
process.stdout.write(`${JSON.stringify(planned, null, 2)}\n`)
