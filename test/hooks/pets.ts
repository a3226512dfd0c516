import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRepository, type TestRepository } from '../git/repository.js'

const home = fileURLToPath(new URL('../..', import.meta.url))

/** How a command ended, and all that it printed. */
interface Ended {
  readonly status: number | null
  readonly output: string
}

/** A repository with a small Express application, in which `npx tattletype` runs this project's source. */
export interface Pets extends TestRepository {
  /** Commits what is staged, hooks and all, as a person would. */
  tryCommit(...args: string[]): Ended
  run(command: string, args: readonly string[]): Ended
}

const manifest = { name: 'pets', type: 'module', dependencies: { express: '^5' } }
const compilerOptions = { target: 'ES2022', module: 'NodeNext', moduleResolution: 'NodeNext', strict: true, types: [] }

export function createPets(name?: string, folder = ''): Pets {
  const repository = createRepository(name)
  const { root } = repository
  repository.write({
    '.gitignore': 'node_modules\n',
    [join(folder, 'package.json')]: JSON.stringify(manifest),
    [join(folder, 'tsconfig.json')]: JSON.stringify({ compilerOptions, include: ['src'] }),
    ...petFiles(['name'], ['name'], folder),
    [join(folder, 'node_modules/.bin/tattletype')]:
      `#!/bin/sh\nexec '${process.execPath}' --import '${join(home, 'node_modules/tsx/dist/esm/index.mjs')}' '${join(home, 'src/cli.ts')}' "$@"\n`,
  })
  chmodSync(join(root, folder, 'node_modules/.bin/tattletype'), 0o755)
  for (const installed of ['express', '@types', 'body-parser']) {
    const link = join(root, folder, 'node_modules', installed)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(home, 'node_modules', installed), link)
  }
  const run: Pets['run'] = (command, args) => {
    const env = { ...process.env, ...person, PRE_COMMIT_HOME: join(root, '../pre-commit'), CI: '', NO_COLOR: '1' }
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', env })
    return { status, output: stdout + stderr }
  }
  return { ...repository, run, tryCommit: (...args) => run('git', ['commit', '-q', '-m', 'change', ...args]) }
}

const person = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}

/** The files of `GET /pets`, whose answer holds these fields in the code, and those in the document. */
export function petFiles(code: readonly string[], spec: readonly string[], folder = ''): Record<string, string> {
  const each = (fields: readonly string[], word: (field: string) => string) => fields.map(word).join(', ')
  return {
    [join(folder, 'src/app.ts')]: [
      "import express from 'express'",
      `interface Pet { ${each(code, (field) => `${field}: boolean`)} }`,
      'const app = express()',
      "app.get('/pets', (_req, res: express.Response<Pet>) => {",
      `  res.json({ ${each(code, (field) => `${field}: true`)} })`,
      '})',
      'app.listen(3000)',
      '',
    ].join('\n'),
    [join(folder, 'openapi.yaml')]: [
      'openapi: 3.0.3',
      "info: { title: Pets, version: '1' }",
      'paths:',
      '  /pets:',
      '    get:',
      '      responses:',
      "        '200':",
      '          description: the pet',
      '          content:',
      '            application/json:',
      '              schema:',
      '                type: object',
      `                required: [${spec.join(', ')}]`,
      `                properties: { ${each(spec, (field) => `${field}: { type: boolean }`)} }`,
      '',
    ].join('\n'),
  }
}
