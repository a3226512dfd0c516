// Holds the tool against public projects whose truth is known: routes, endpoint findings, field-level recall.
//   node bench/truth.mjs --truth <folder of NAME.json, NAME.routes.json, projects.tsv> --projects <folder with a folder a project> [NAME…]
// Each project is laid out and its dependencies are installed beforehand; nothing is fetched and nothing of it is run.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkNotDrift } from './not-drift.mjs'

const cli = resolve(dirname(fileURLToPath(import.meta.url)), '../dist/cli.js')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { truth: { type: 'string' }, projects: { type: 'string' }, verbose: { type: 'boolean', default: false } },
})
if (!values.truth || !values.projects) throw new Error('--truth and --projects are needed')

const json = (file) => JSON.parse(readFileSync(file, 'utf8'))
const truthOf = (name, suffix) => json(join(values.truth, `${name}${suffix}`))

/** The rules that may tell each kind of the truth; another envelope may be told at the root or at its fields. */
const rules = {
  'undocumented-endpoint': ['undocumented-endpoint', 'moved-endpoint'],
  'stale-endpoint': ['unimplemented-endpoint', 'moved-endpoint'],
  'missing-param': ['undocumented-parameter'],
  'extra-param': ['unimplemented-parameter'],
  'request-field-missing': ['undocumented-request-field'],
  'request-field-extra': ['unaccepted-request-field'],
  'response-field-missing': ['undocumented-response-field', 'body-mismatch'],
  'response-field-extra': ['unsent-response-field', 'body-mismatch'],
  'response-shape': ['body-mismatch', 'undocumented-response-field', 'unsent-response-field', 'type-mismatch'],
  'type-mismatch': ['type-mismatch', 'nullable-mismatch', 'enum-mismatch', 'format-mismatch'],
  'nullable-mismatch': ['nullable-mismatch', 'type-mismatch'],
  'status-missing': ['undocumented-status'],
  'status-extra': ['unsent-status'],
  security: ['security-mismatch'],
  'spec-bug': ['invalid-document'],
}

/** Parameters by position, and no trailing slash: what a path is, whatever its parameters are called. */
const shape = (path) => path.replace(/\{[^}]*\}/g, '{}').replace(/(.)\/$/, '$1')
const key = ({ method, path }) => `${method} ${shape(path)}`

/** The truth names paths as the code serves them; a report names them as the document does, which may lack the prefix. */
const sameEndpoint = (item, finding) =>
  item.method === finding.method &&
  (shape(item.path) === shape(finding.path) || shape(item.path).endsWith(shape(finding.path)))

function tells(finding, item, name) {
  if (item.kind === 'spec-bug') return finding.rule === 'invalid-document'
  if (!sameEndpoint(item, finding) || !(rules[item.kind] ?? [item.kind]).includes(finding.rule)) return false
  if (item.direction && ['request', 'response'].includes(finding.part) && finding.part !== item.direction) return false
  if (/^response-/.test(item.kind) && finding.part !== 'response') return false
  if (item.kind.startsWith('status-')) return finding.status === name
  if (name === null || (finding.rule === 'body-mismatch' && item.kind !== 'response-shape')) return true
  const steps = finding.pointer.split('/').filter((step) => step !== '' && step !== '*')
  const wanted = name.replaceAll('[]', '').split('.')
  // An object of which the document says nothing is told once, with the names of what is sent in it.
  const isBare = finding.rule === 'undocumented-response-field' && finding.severity === 'info'
  if (isBare && finding.message.includes(`"${wanted.at(-1)}"`)) return steps.join('.') === wanted.slice(0, -1).join('.')
  if (item.kind === 'response-shape') return steps.includes(name)
  return wanted.every((step, index) => steps[steps.length - wanted.length + index] === step)
}

const namesOf = (item) => {
  const named = item.field ?? item.param ?? item.status
  return named === undefined || named === null
    ? [null]
    : String(named)
        .split(',')
        .map((name) => name.trim())
}

function run(folder, args) {
  const child = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (child.status === 2) throw new Error(child.stderr)
  return JSON.parse(child.stdout)
}

const rows = readFileSync(join(values.truth, 'projects.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .filter(([name]) => (positionals.length > 0 ? positionals.includes(name) : false))

const table = []
for (const [name, , , folder, document] of rows) {
  const root = resolve(values.projects, name, folder)
  const file = /^\S+\.(ya?ml|json|ts)/.exec(document.replace(/^([\w-]+):/, '../$1/'))?.[0]
  const spec = file === undefined ? [] : ['--spec', folder === '.' ? file : `../${file}`]
  const routes = run(root, ['routes', '--format', 'json', ...spec])
  const report = run(root, ['--format', 'json', '--fail-on', 'never', ...spec])
  const truth = truthOf(name, '.routes.json')
  const items = truthOf(name, '.json')

  const served = routes.code.map(key)
  const known = truth.code_routes.map(key)
  const expected = items.filter(({ kind }) => kind === 'undocumented-endpoint').map(key)
  // A report names a path as the document would, below the prefix of its server; the truth as the code serves it.
  const undocumented = report.findings
    .filter(({ rule }) => rule === 'undocumented-endpoint')
    .map((found) => {
      const same = items.filter((item) => item.kind === 'undocumented-endpoint' && sameEndpoint(item, found))
      return key(same.find((item) => key(item) === key(found)) ?? same[0] ?? found)
    })
  const asked = items
    .filter(({ kind, confidence }) => kind !== 'undocumented-endpoint' && confidence !== 'low')
    .flatMap((item) => namesOf(item).map((one) => ({ item, one })))
  const missed = asked.filter(({ item, one }) => !report.findings.some((finding) => tells(finding, item, one)))
  const minus = (left, right) => left.filter((one) => !right.includes(one))

  console.log(`\n${name}`)
  console.log(
    `  routes ${served.length}, truth ${known.length}; missing ${JSON.stringify(minus(known, served))}, more ${JSON.stringify(minus(served, known))}`,
  )
  console.log(
    `  undocumented endpoints ${undocumented.length}, truth ${expected.length}; missing ${JSON.stringify(minus(expected, undocumented))}, more ${JSON.stringify(minus(undocumented, expected))}`,
  )
  console.log(`  field level, high and medium: ${asked.length - missed.length} of ${asked.length}`)
  for (const { item, one } of missed) console.log(`    missed ${item.method} ${item.path} ${item.kind} ${one ?? ''}`)
  const isKnown = (finding) => items.some((item) => namesOf(item).some((one) => tells(finding, item, one)))
  const isSamePath = (known, path) => shape(known) === shape(path) || shape(known).endsWith(shape(path))
  const { violations, toRead } = checkNotDrift(truth.not_drift ?? [], report.findings, { isSamePath, isKnown })
  console.log(
    `  not drift: ${truth.not_drift?.length ?? 0} entries, ${violations.length} violated, ${toRead.length} to be read by hand`,
  )
  for (const { entry, finding, reason } of violations)
    console.log(
      `    violated (${reason}) ${finding.method} ${finding.path} ${finding.rule} ${finding.message}\n      ${entry.about}`,
    )
  for (const { entry, at } of toRead) {
    console.log(`    to be read: ${entry.method} ${entry.path} ${entry.about}`)
    if (entry.path === '*') console.log(`      ${at.length} errors and warnings of the project`)
    else for (const { rule, severity, message } of at) console.log(`      ${severity} ${rule} ${message}`)
  }
  const wrong = [
    ...minus(known, served),
    ...minus(served, known),
    ...minus(expected, undocumented),
    ...minus(undocumented, expected),
  ]
  table.push({
    name,
    known,
    served,
    wrong,
    expected,
    undocumented,
    asked,
    missed,
    violations,
    entries: truth.not_drift ?? [],
  })
  console.log(
    `  findings ${JSON.stringify(report.summary.findings)}, causes ${report.summary.causes}, coverage ${JSON.stringify(report.summary.coverage)}`,
  )
}

/** How many of the first are in the second. */
const share = (all, found) => `${all.filter((one) => found.includes(one)).length} of ${all.length}`
console.log('\n| project | routes | undocumented endpoints | fields (high and medium) | not drift, kept |')
console.log('|---|---|---|---|---|')
for (const { name, known, served, expected, undocumented, asked, missed, violations, entries } of table) {
  const fields =
    asked.length === 0
      ? '–'
      : `${asked.length - missed.length} of ${asked.length} (${(100 * (1 - missed.length / asked.length)).toFixed(1)} %)`
  const broken = new Set(violations.map(({ entry }) => entry)).size
  console.log(
    `| ${name} | ${share(known, served)} | ${share(expected, undocumented)} | ${fields} | ${entries.length - broken} of ${entries.length} |`,
  )
}
if (table.some(({ violations }) => violations.length > 0)) process.exitCode = 1
