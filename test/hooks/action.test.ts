import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { build } from 'esbuild'
import { load } from 'js-yaml'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRepository, type TestRepository } from '../git/repository.js'

const home = fileURLToPath(new URL('../..', import.meta.url))
const bundle = join(home, 'action/bundle.js')
const manifest = readFileSync(join(home, 'action.yml'), 'utf8')

interface Comment {
  readonly id: number
  body: string
}

/** A stand-in of GitHub's API for the comments of pull request 7; what is not asked as documented it refuses. */
async function github(comments: Comment[], rights: 'write' | 'read' = 'write') {
  const asked: string[] = []
  const wrong: string[] = []
  const server = createServer(async (request, response) => {
    const reply = (status: number, content: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(content))
    }
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    asked.push(`${request.method} ${pathname}`)
    const expected = {
      authorization: 'Bearer secret',
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': 'tattletype',
    }
    for (const [name, value] of Object.entries(expected)) {
      if (request.headers[name] !== value) wrong.push(`${name}: ${request.headers[name]}`)
    }
    const list = pathname === '/repos/zoo/pets/issues/7/comments'
    if (request.method === 'GET' && list) {
      const [size, page] = [Number(searchParams.get('per_page')), Number(searchParams.get('page'))]
      return reply(200, comments.slice((page - 1) * size, page * size))
    }
    if (rights === 'read') return reply(403, { message: 'Resource not accessible by integration' })
    const { body }: { body: string } = JSON.parse(await textOf(request))
    if (body.length > 65_536) return reply(422, { message: 'Body is too long' })
    if (request.method === 'POST' && list) {
      comments.push({ id: 1_000 + comments.length, body })
      return reply(201, comments.at(-1))
    }
    const [, id] = /^\/repos\/zoo\/pets\/issues\/comments\/(\d+)$/.exec(pathname) ?? []
    const comment = comments.find((each) => each.id === Number(id))
    if (request.method !== 'PATCH' || comment === undefined) return reply(404, { message: 'Not Found' })
    comment.body = body
    return reply(200, comment)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo // A server that listens on a port has an address with one.
  return { url: `http://127.0.0.1:${port}`, asked, wrong, comments }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function documentOf(...fields: string[]): string {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'boolean' }]))
  const content = { 'application/json': { schema: { type: 'object', required: fields, properties } } }
  const paths = { '/pets': { get: { responses: { 200: { description: 'ok', content } } } } }
  return JSON.stringify({ openapi: '3.0.3', info: { title: 'Pets', version: '1' }, paths }, null, 2)
}

const installed = `import { spawnSync } from 'node:child_process'
const args = ['--import', ${JSON.stringify(join(home, 'node_modules/tsx/dist/esm/index.mjs'))}, ${JSON.stringify(join(home, 'src/cli.ts'))}]
process.exitCode = spawnSync(process.execPath, [...args, ...process.argv.slice(2)], { stdio: 'inherit' }).status
`

/** In place of the tool where only what the action does is asked: it prints what it is told to do, and reports what TOLD says. */
const standIn = `import { writeFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
const { code = 0, error = 0, mended = 0 } = JSON.parse(process.env.TOLD ?? '{}')
const args = process.argv.slice(2)
const formats = args.splice(args.indexOf('--format')).slice(1)
console.log('args ' + args.join(' '))
console.log('::error file=served.json,line=1,col=1,title=x::y')
const texts = {
  json: JSON.stringify({ summary: { findings: { error, warning: 0, info: 0 } }, since: { mended, standing: 0 } }),
  markdown: 'verdict ' + error,
  sarif: JSON.stringify({ runs: [{ results: [{ locations: [{ physicalLocation: { artifactLocation: { uri: 'served.json' } } }] }] }] }),
}
for (const [, name, file] of formats.map((format) => /^(\\w+):(.*)$/.exec(format) ?? [])) {
  if (code === 2 || file === undefined) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, texts[name])
}
process.exitCode = code
`

/** A project whose code is a document too, so that no compiler is needed, and what stands in it for the installed tool. */
function project(tool = standIn): TestRepository & { drift(): string } {
  const repository = createRepository()
  const files = (...code: string[]) => ({ 'served.json': documentOf(...code), 'openapi.json': documentOf('tame') })
  repository.commit('before', {
    ...files('tame', 'wild'),
    'tattletype.config.json': '{ "code": "served.json", "spec": "openapi.json" }',
    '.gitignore': 'node_modules\n',
    'node_modules/tattletype/package.json': '{ "type": "module" }',
    'node_modules/tattletype/dist/cli.js': tool,
  })
  return { ...repository, drift: () => repository.commit('drift', files('tame', 'wild', 'fierce')) }
}

const told = (report: { code?: number; error?: number; mended?: number }) => ({ TOLD: JSON.stringify(report) })

interface Run {
  readonly inputs?: Record<string, string>
  readonly env?: Record<string, string>
  readonly event?: unknown
}

/** Runs the bundle as the runner does: defaults of action.yml as inputs, the event in a file. */
async function act({ root, write }: TestRepository, api: string, { inputs = {}, env = {}, event = {} }: Run) {
  const home = { event: '../event.json', output: '../output.txt', summary: '../summary.md' }
  write({ [home.event]: JSON.stringify(event), [home.output]: '', [home.summary]: '' })
  const { inputs: known } = load(manifest) as { inputs: Record<string, { default?: string }> } // Held by the schema test.
  const defaults = Object.entries(known).map(([name, { default: value = '' }]): [string, string] => [name, value])
  const all = { ...Object.fromEntries(defaults), token: 'secret', ...inputs }
  const given = Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const child = spawn(process.execPath, [bundle], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      GITHUB_WORKSPACE: root,
      GITHUB_REPOSITORY: 'zoo/pets',
      GITHUB_API_URL: api,
      GITHUB_EVENT_PATH: join(root, home.event),
      GITHUB_OUTPUT: join(root, home.output),
      GITHUB_STEP_SUMMARY: join(root, home.summary),
      RUNNER_TEMP: join(root, '..'),
      ...Object.fromEntries(given),
      ...env,
    },
  })
  const out: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => out.push(chunk))
  const code = await new Promise<number | null>((done) => child.on('close', done))
  const outputs = readFileSync(join(root, home.output), 'utf8').trim().split('\n')
  return {
    code,
    out: Buffer.concat(out).toString('utf8'),
    outputs: Object.fromEntries(outputs.map((line) => line.split('='))),
    summary: readFileSync(join(root, home.summary), 'utf8'),
  }
}

const pull = (sha: string) => ({ pull_request: { number: 7, base: { sha } } })

describe('the action', () => {
  it('has a manifest that GitHub reads, and names a file that is there', () => {
    const schema = createRequire(import.meta.url).resolve('schemastore/schemas/json/github-action.json')
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')))
    // The schema's list of runtimes ends years before node24, which GitHub's documentation has.
    validate(load(manifest.replace('using: node24', 'using: node16')))
    expect(validate.errors ?? []).toEqual([])
    expect(load(manifest)).toMatchObject({ runs: { using: 'node24', main: 'action/bundle.js' } })
  })

  it('takes and gives what its manifest says, and docs/ci.md names all of it', () => {
    const { inputs, outputs } = load(manifest) as Record<'inputs' | 'outputs', Record<string, unknown>> // As above.
    const source = (name: string) => readFileSync(join(home, 'action', name), 'utf8')
    const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].flatMap(([, name = '']) => name).sort()
    const flags = named(source('inputs.ts'), /\[('[a-z', -]+')\]\.flatMap\(flag\)/g).flatMap(
      (list) => list.match(/[a-z-]+/g) ?? [],
    )
    const read = [...flags, ...named(source('inputs.ts'), /\b(?:input|list)\('([a-z-]+)'\)/g)]
    expect([...new Set(read)].sort()).toEqual(Object.keys(inputs).sort())
    expect(named(source('main.ts'), /\boutput\('([a-z-]+)'/g)).toEqual(Object.keys(outputs).sort())
    const page = readFileSync(join(home, 'docs/ci.md'), 'utf8')
    expect([...Object.keys(inputs), ...Object.keys(outputs)].filter((name) => !page.includes(`\`${name}\``))).toEqual(
      [],
    )
  })

  it('is bundled from its sources as they are', async () => {
    const options = { bundle: true, platform: 'node', target: 'node20', format: 'esm', write: false } as const
    const { outputFiles } = await build({
      ...options,
      entryPoints: [join(home, 'action/main.ts')],
      absWorkingDir: home,
    })
    // npm run build:action makes it anew.
    expect(readFileSync(bundle, 'utf8')).toBe(outputFiles[0]?.text)
  })

  it('annotates, sums up and comments what is new, by the tool that the project has installed', async () => {
    const repository = project(installed)
    const sha = repository.git('rev-parse', 'HEAD')
    repository.drift()
    const others = Array.from({ length: 120 }, (_, id) => ({ id, body: `comment ${id}` }))
    const api = await github(others)
    const { code, out, outputs, summary } = await act(repository, api.url, { event: pull(sha) })
    expect([code, outputs]).toMatchObject([1, { 'exit-code': '1', errors: '1', mended: '0' }])
    expect(out).toMatch(/^::error file=.*,line=\d+,col=\d+,title=tattletype%3A undocumented-response-field::/m)
    expect(summary).toContain('1 error (1 new cause)')
    expect(api.comments.slice(120).map(({ body }) => body)).toEqual([
      expect.stringMatching(/^<!-- tattletype: .* -->\n\*\*✖ 1 error/),
    ])
    expect(api.wrong).toEqual([])
  }, 120_000)

  it('keeps one comment, updates it where its text changes, and says in it that all is well again', async () => {
    const repository = project()
    const api = await github([])
    const event = pull('abc')
    await act(repository, api.url, { event, env: told({ code: 1, error: 2 }) })
    await act(repository, api.url, { event, env: told({ code: 1, error: 2 }) })
    const last = await act(repository, api.url, { event, env: told({ mended: 2 }) })
    expect(last).toMatchObject({ code: 0, outputs: { errors: '0', mended: '2' } })
    const all = '/repos/zoo/pets/issues'
    const look = `GET ${all}/7/comments`
    expect(api.asked).toEqual([look, `POST ${all}/7/comments`, look, look, `PATCH ${all}/comments/1000`])
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringMatching(/ -->\nverdict 0$/)])
    expect(api.wrong).toEqual([])
  })

  it('creates no comment where there is nothing to say, nor where it is told not to', async () => {
    const repository = project()
    const api = await github([])
    expect(await act(repository, api.url, { event: pull('abc') })).toMatchObject({ code: 0 })
    expect(api.asked).toEqual(['GET /repos/zoo/pets/issues/7/comments'])
    const silent = { event: pull('abc'), env: told({ code: 1, error: 1 }), inputs: { comment: 'false' } }
    expect(await act(repository, api.url, silent)).toMatchObject({ code: 1 })
    expect([api.asked.length, api.comments]).toEqual([1, []])
  })

  it('leaves it at the summary where the token of a fork may not write', async () => {
    const repository = project()
    const api = await github([], 'read')
    const { code, out } = await act(repository, api.url, { event: pull('abc'), env: told({ code: 1, error: 1 }) })
    expect(code).toBe(1)
    expect(out).toContain('::notice title=tattletype::this token may not write comments')
  })

  it('fails nothing where the API does not answer', async () => {
    const { code, out } = await act(project(), 'http://127.0.0.1:1', { event: pull('abc') })
    expect([code, out]).toEqual([0, expect.stringContaining('::warning title=tattletype::no comment: ')])
  })

  it('holds each kind of run against its own base', async () => {
    const repository = project()
    const { git, commit } = repository
    git('checkout', '-q', '-b', 'feature')
    commit('feature', { 'note.json': '{}' })
    git('checkout', '-q', 'main')
    repository.drift()
    git('merge', '-q', '--no-edit', 'feature')
    const api = await github([])
    const argsOf = async (run: Run) => /^args (.*)$/m.exec((await act(repository, api.url, run)).out)?.[1]
    const joined = { GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: git('rev-parse', 'HEAD') }
    expect(await argsOf({ event: pull('abc'), env: joined })).toBe('--base HEAD^1')
    expect(await argsOf({ event: pull('abc'), env: { ...joined, GITHUB_SHA: 'other' } })).toBe('--base abc')
    expect(await argsOf({ event: { merge_group: { base_sha: 'def' } } })).toBe('--base def')
    expect(await argsOf({ event: {} })).toBe('')
    expect(await argsOf({ event: pull('abc'), inputs: { base: 'none' } })).toBe('')
    const inputs = { base: 'v1', spec: 'a.yaml\nb c.yaml', 'fail-on': 'never' }
    expect(await argsOf({ inputs })).toBe('--spec a.yaml b c.yaml --fail-on never --base v1')
  })

  it('names files from the top of the repository for a project in a folder of it', async () => {
    const repository = project(installed)
    const folder = 'apps/my api'
    const files = { 'served.json': documentOf('tame', 'wild'), 'openapi.json': documentOf('tame') }
    const config = { 'tattletype.config.json': '{ "code": "served.json", "spec": "openapi.json" }' }
    const here = Object.entries({ ...files, ...config }).map(([file, text]) => [`${folder}/${file}`, text])
    repository.write(Object.fromEntries(here))
    const api = await github([])
    const inputs = { 'working-directory': './apps/my api/', sarif: 'out/drift.sarif' }
    const { out, outputs } = await act(repository, api.url, { inputs })
    expect(out).toMatch(/^::error file=apps\/my api\/served\.json,/m)
    expect(outputs).toMatchObject({ sarif: 'out/drift.sarif' })
    const text = readFileSync(join(repository.root, 'out/drift.sarif'), 'utf8')
    expect(text).toContain('"uri": "apps/my%20api/served.json"')
    expect(existsSync(outputs.report ?? '')).toBe(true)
  }, 60_000)

  it('runs nothing that is not installed, unless a version is named', async () => {
    const repository = createRepository()
    const { code, out } = await act(repository, 'http://127.0.0.1:1', {})
    expect([code, out]).toEqual([2, expect.stringContaining('::error title=tattletype::tattletype is not installed')])
  })

  it('fails the step, and says so, where the audit could not run', async () => {
    const { code, out, outputs } = await act(project(), 'http://127.0.0.1:1', { env: told({ code: 2 }) })
    expect([code, outputs['exit-code']]).toEqual([2, '2'])
    expect(out).toContain('::error title=tattletype::the audit could not run')
  })
})
