import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'

// Inside the package, so that express is found.
const folder = mkdtempSync(fileURLToPath(new URL('../prefixes-', import.meta.url)))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const answers = { responses: { '204': { description: 'done' } } }

/** Audits an Express application of four routes, of which `users` stands behind what `mount` says. */
async function audited(name: string, mount: string, paths: readonly string[]) {
  const root = join(folder, name)
  mkdirSync(root)
  const write = (file: string, text: string): void => writeFileSync(join(root, file), text)
  write('package.json', '{ "dependencies": { "express": "*" } }')
  write(
    'tsconfig.json',
    '{ "compilerOptions": { "strict": true, "module": "NodeNext", "skipLibCheck": true }, "include": ["*.ts"] }',
  )
  write(
    'app.ts',
    `import { Router } from 'express'
import express from 'express'
const app = express()
const rest = Router()
rest.get('/users', (_req, res) => { res.sendStatus(204) })
for (const one of ['/pets', '/toys', '/cats'] as const) app.get(one, (_req, res) => { res.sendStatus(204) })
${mount}
`,
  )
  const document = {
    openapi: '3.0.3',
    info: { title: 'Pets', version: '1' },
    paths: Object.fromEntries(paths.map((path) => [path, { get: answers }])),
  }
  write('openapi.json', JSON.stringify(document))
  const result = await audit({
    root,
    ignore: [],
    severities: { 'invalid-document': 'off' },
    overrides: [],
    allowRemote: false,
    cost: defaultCostSettings,
  })
  if (!result.ok) throw new Error(result.error.message)
  return result
}

const errorsOf = ({ report }: Awaited<ReturnType<typeof audited>>): string[] =>
  report.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, method, path }) => `${rule} ${method} ${path}`)

describe('routes behind a prefix from the environment', () => {
  const others = ['/pets', '/toys', '/cats']

  it.each(['API_PREFIX', 'BASE_PATH', 'basePath', 'BASE_URL'])(
    'are compared without %s, which is said',
    async (name) => {
      const result = await audited(name, `app.use(process.env.${name} as string, rest)`, [...others, '/users'])
      expect(result.report.findings).toEqual([])
      expect(result.routes.unresolved.map(({ reason }) => reason)).toEqual([
        `the prefix of a mount cannot be read: \`process.env.${name}\` comes from the environment`,
      ])
    },
  )

  it('are no undocumented endpoints where the document has them under the prefix', async () => {
    const result = await audited('under', 'app.use(process.env.ADMIN_PREFIX as string, rest)', [
      ...others,
      '/admin/users',
    ])
    expect(errorsOf(result)).toEqual([])
    expect(result.report.unverifiable.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /users'])
  })

  it('are not guessed behind a variable of another name', async () => {
    const result = await audited('other', 'app.use(process.env.TENANT as string, rest)', [...others, '/users'])
    expect(errorsOf(result)).toEqual([])
    expect(result.report.findings.map(({ rule, severity, path }) => `${severity} ${rule} ${path}`)).toEqual([
      'warning unimplemented-endpoint /users',
    ])
  })

  it('stand where a fallback puts them, whatever the variable is called', async () => {
    const result = await audited('fallback', "app.use(process.env.API_PREFIX ?? '/api', rest)", [
      ...others,
      '/api/users',
    ])
    expect(result.report.findings).toEqual([])
    expect(result.routes.unresolved).toEqual([])
  })
})
