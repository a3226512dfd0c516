import { spawnSync } from 'node:child_process'
import { readdir, symlink } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { audit } from '../src/audit.js'
import type { Io } from '../src/cli/io.js'
import { run } from '../src/cli/run.js'
import { adapters } from '../src/code/adapters/index.js'
import { rules } from '../src/rules/index.js'
import { project } from './openapi/project.js'

type Files = Readonly<Record<string, string>>

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
  /** Every file in the folder afterwards. */
  readonly left: readonly string[]
}

/** Runs the command line in a folder of these files, with the real audit. */
async function runIn(root: string, argv: readonly string[]): Promise<Outcome> {
  const texts = { out: '', err: '' }
  const stream = (name: keyof typeof texts) => ({
    isTerminal: false,
    columns: undefined,
    write(text: string) {
      texts[name] += text
    },
  })
  const io: Io = {
    cwd: root,
    env: {},
    today: '2026-06-15',
    out: stream('out'),
    err: stream('err'),
    progress: { step() {}, stop() {} },
  }
  const code = await run(argv, io, { version: '0.0.0', rules, audit })
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const left = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  return { ...texts, code, left: left.sort() }
}

const tsconfig = '{ "compilerOptions": { "strict": true, "module": "nodenext" }, "include": ["src"] }'
const manifest = '{ "type": "module", "dependencies": { "express": "5.1.0" } }'
const app = `import express from 'express'
const app = express()
app.get('/pets', (req, res) => { res.json({ name: 'Rex' }) })
app.listen(3000)
`
const document = (
  schema = '{ type: object, required: [name], properties: { name: { type: string } } }',
) => `openapi: 3.0.3
info: { title: pets, version: "1" }
paths:
  /pets:
    get:
      responses:
        "200":
          description: all
          content:
            application/json:
              schema: ${schema}
`
const whole: Files = {
  'openapi.yaml': document(),
  'tsconfig.json': tsconfig,
  'package.json': manifest,
  'src/app.ts': app,
}
const without = (...names: string[]): Files =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)))

const outcomeOf = async (files: Files, ...argv: string[]) => runIn(await project(files), argv)
const components = (schemas: string) => `components:\n  schemas:\n${schemas}`
const pet = "{ $ref: '#/components/schemas/Pet' }"
const uninstalled = 'note: node_modules is missing: types from dependencies are unknown\n'
const looked = 'tattletype looked for openapi.* and swagger.*, here and under docs, doc, api, spec and src.'

describe('what makes an audit pointless is one line, exit code 2, and nothing is written', () => {
  it.each<[string, Files, string[], string]>([
    [
      'no document',
      without('openapi.yaml'),
      [],
      `no Swagger or OpenAPI document was found. Name it with --spec; ${looked}`,
    ],
    [
      'a document of a package below',
      { ...without('openapi.yaml'), 'apps/api/openapi.yaml': document() },
      [],
      'no Swagger or OpenAPI document was found. Below lies apps/api/openapi.yaml: run tattletype in the folder of that server, or name it with --spec.',
    ],
    [
      'a document that is not where it is said to be',
      whole,
      ['-s', 'api.yaml'],
      'api.yaml: the document cannot be read: there is no such file',
    ],
    [
      'several documents',
      { ...whole, 'docs/swagger.json': '{ "swagger": "2.0", "paths": {} }' },
      [],
      'several documents were found: docs/swagger.json, openapi.yaml. Name the one that describes this API with --spec (or several, if each describes a part of it).',
    ],
    ['an empty file', { ...whole, 'openapi.yaml': '' }, [], 'openapi.yaml:1:1: the file is empty'],
    [
      'an empty file that is named',
      { ...whole, 'api.yaml': '\n' },
      ['-s', 'api.yaml'],
      'api.yaml:1:1: the file is empty',
    ],
    [
      'broken YAML',
      { ...whole, 'openapi.yaml': 'openapi: 3.0.3\ninfo: { title: pets\npaths: {}\n' },
      [],
      'openapi.yaml:3:1: not valid YAML: deficient indentation',
    ],
    [
      'broken JSON',
      { ...without('openapi.yaml'), 'openapi.json': '{\n  "openapi": "3.0.3",\n  "paths": {,}\n}' },
      [],
      'openapi.json:3:13: not valid JSON: value expected',
    ],
    [
      'an unknown version',
      { ...whole, 'openapi.yaml': 'info: {}\nopenapi: 4.0.0\npaths: {}\n' },
      [],
      'openapi.yaml:2:1: openapi "4.0.0" is not a version that is known (2.0, 3.0, 3.1, 3.2)',
    ],
    [
      'a $ref to a URL',
      { ...whole, 'openapi.yaml': document("{ $ref: 'https://example.com/pet.yaml' }") },
      [],
      'openapi.yaml:11:25: $ref "https://example.com/pet.yaml" cannot be followed: it leads to a URL, and remote references are not allowed. Allow it with --allow-remote, or keep a copy in the project.',
    ],
    [
      'a $ref out of the root',
      { ...whole, 'openapi.yaml': document("{ $ref: '../../pet.yaml' }") },
      [],
      'openapi.yaml:11:25: $ref "../../pet.yaml" cannot be followed: it lies outside the project root and the folder of the document. Keep a copy in the project, or run tattletype in the folder that holds both.',
    ],
    [
      'no tsconfig',
      without('tsconfig.json'),
      [],
      'no tsconfig.json was found. Run tattletype in the folder of the server, or name its tsconfig with --project.',
    ],
    [
      'a tsconfig with an error',
      { ...whole, 'tsconfig.json': '{\n  "include": ["src"], }}' },
      [],
      'tsconfig.json:2:24: Unexpected token.',
    ],
    [
      'a tsconfig without files',
      { ...whole, 'tsconfig.json': '{ "include": ["lib"] }' },
      [],
      'tsconfig.json: the tsconfig includes no files',
    ],
    [
      'a framework that is not known',
      { ...whole, 'package.json': '{ "dependencies": { "marblejs": "1" } }', 'src/app.ts': 'export const a = 1\n' },
      [],
      `no framework that tattletype reads is among the dependencies or imports of tsconfig.json. It reads ${Object.keys(adapters).join(', ')}. For any other, give the OpenAPI document that it generates with --code.`,
    ],
    [
      'a broken configuration',
      { ...whole, 'tattletype.config.json': '{ "spec": }' },
      [],
      'tattletype.config.json:1:11: not valid JSON: ValueExpected',
    ],
  ])('%s', async (_, files, argv, line) => {
    const { code, out, err, left } = await outcomeOf(files, ...argv, '-f', 'json:report.json')
    expect(err).toBe(`tattletype: ${line}\n`)
    expect(out).toBe('')
    expect(code).toBe(2)
    expect(left).toHaveLength(Object.keys(files).length)
  })

  it('a $ref out of the root through a symbolic link', async () => {
    const folder = await project({
      'secret.yaml': 'type: string',
      ...Object.fromEntries(Object.entries(whole).map(([name, text]) => [`app/${name}`, text])),
      'app/openapi.yaml': document("{ $ref: 'linked.yaml' }"),
    })
    await symlink(join(folder, 'secret.yaml'), join(folder, 'app/linked.yaml'))
    const { code, out, err } = await runIn(join(folder, 'app'), [])
    expect(err).toContain('tattletype: openapi.yaml:11:25: $ref "linked.yaml" cannot be followed: it lies outside')
    expect(err.split('\n')).toHaveLength(2)
    expect([code, out]).toEqual([2, ''])
  })

  it('no routes, with what could not be followed', async () => {
    const files = { ...whole, 'src/app.ts': "import express from 'express'\nexport const app = express()\n" }
    const { code, out, err, left } = await outcomeOf(files, '-f', 'json:report.json')
    expect(err).toBe(`${uninstalled}tattletype: nothing was compared: no route was found in tsconfig.json\n`)
    expect([code, out, left.length]).toEqual([2, '', 4])
  })

  it('no operation in the document', async () => {
    const { code, out, err } = await outcomeOf({ ...whole, 'openapi.yaml': 'openapi: 3.0.3\npaths: {}\n' })
    expect(err).toBe(`${uninstalled}tattletype: nothing was compared: openapi.yaml describes no operation\n`)
    expect([code, out]).toEqual([2, ''])
  })

  it('a side without an endpoint, of which no cost can be told', async () => {
    const { code, out, err } = await outcomeOf({ ...whole, 'openapi.yaml': 'openapi: 3.0.3\npaths: {}\n' }, 'cost')
    expect(err).toContain('tattletype: nothing was compared: openapi.yaml describes no operation\n')
    expect([code, out]).toEqual([2, ''])
  })
})

describe('a $ref that leads nowhere is one line and exit code 2, and the rest is audited', () => {
  const nowhere = { ...whole, 'openapi.yaml': document(pet) }
  const told = 'tattletype: openapi.yaml:11:25: $ref "#/components/schemas/Pet" leads nowhere\n'

  it.each([
    ['nowhere', document(pet), told],
    [
      'to a file that is not there',
      document("{ $ref: 'pet.yaml' }"),
      'tattletype: openapi.yaml:11:25: $ref "pet.yaml" cannot be followed: there is no such file\n',
    ],
    [
      'in a circle',
      document(pet) +
        components("    Pet: { $ref: '#/components/schemas/Cat' }\n    Cat: { $ref: '#/components/schemas/Pet' }\n"),
      'tattletype: openapi.yaml:11:25: $ref "#/components/schemas/Pet" runs in a circle (and 2 more like it)\n',
    ],
    [
      'to itself, for the very same value',
      document(pet) + components("    Pet: { allOf: [{ $ref: '#/components/schemas/Pet' }] }\n"),
      'tattletype: openapi.yaml:14:20: the schema "Pet" contains itself, not through a property or an item\n',
    ],
  ])('%s', async (_, text, line) => {
    const { code, out, err } = await outcomeOf({ ...whole, 'openapi.yaml': text }, '-f', 'json')
    expect(err).toBe(`${uninstalled}${line}`)
    const { summary, findings } = JSON.parse(out)
    expect(summary.endpoints.matched).toBe(1)
    expect(findings.map(({ rule }: { rule: string }) => rule)).toContain('invalid-document')
    expect(code).toBe(2)
  })

  it.each([
    [['--rule', 'invalid-document=warning'], 0],
    [['--rule', 'invalid-document=off'], 0],
    [['--fail-on', 'never'], 0],
    [['--rule', 'invalid-document=warning', '--fail-on', 'warning'], 2],
  ])('but not with %j, which says that it may', async (argv, code) => {
    expect((await outcomeOf(nowhere, ...argv)).code).toBe(code)
  })

  it('a schema that contains itself through a property is fine', async () => {
    const recursive =
      '    Pet: { type: object, properties: { name: { type: string }, mother: { $ref: "#/components/schemas/Pet" } } }\n'
    const { err } = await outcomeOf({ ...whole, 'openapi.yaml': document(pet) + components(recursive) })
    expect(err).toBe(uninstalled)
  })
})

describe('an audit goes on, and says what is unknown', () => {
  it('without node_modules', async () => {
    const { code, err } = await outcomeOf(whole)
    expect([code, err]).toEqual([0, uninstalled])
  })

  it('with type errors and broken syntax in the project', async () => {
    const wrong = `${app}const wrong: number = 'text'\nconst broken = ;\n`
    const { code, err } = await outcomeOf({ ...whole, 'src/app.ts': wrong })
    expect([code, err]).toEqual([0, uninstalled])
  })

  it('with an option in the tsconfig that only another TypeScript knows', async () => {
    const other = '{\n  "compilerOptions": { "fromTheFuture": true },\n  "include": ["src"]\n}'
    const { code, err } = await outcomeOf({ ...whole, 'tsconfig.json': other })
    expect(code).toBe(0)
    expect(err).toContain("note: tsconfig.json:2:24: Unknown compiler option 'fromTheFuture'.\n")
  })

  it('over a $ref to a URL where that is allowed', async () => {
    const server = createServer((_, response) => response.end('type: object\nproperties: { name: { type: string } }\n'))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const files = { ...whole, 'openapi.yaml': document(`{ $ref: 'http://127.0.0.1:${port}/pet.yaml' }`) }
    const { code, err } = await outcomeOf(files, '--allow-remote').finally(() => server.close())
    expect([code, err]).toEqual([0, uninstalled])
  })
})

describe('a real process', () => {
  const cli = ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('../src/cli.ts', import.meta.url))]
  const start = (cwd: string, ...argv: string[]) =>
    spawnSync(process.execPath, [...cli, ...argv], { cwd, encoding: 'utf8', env: { PATH: process.env.PATH } })

  it('ends with 2, a line on stderr and nothing on stdout', async () => {
    const root = await project({ ...whole, 'openapi.yaml': 'openapi: [' })
    const { status, stdout, stderr } = start(root)
    expect(stderr).toMatch(/^tattletype: openapi\.yaml:1:\d+: not valid YAML: .*\n$/)
    expect([status, stdout]).toEqual([2, ''])
  })
})
