import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

it('npm pack prints the name of the file and nothing else, which is all that pre-commit can read where it builds the hook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tattletype-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(fileURLToPath(new URL('../../.npmrc', import.meta.url)), join(folder, '.npmrc'))
  const scripts = { prepare: 'npm run build', build: 'echo built' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'pets', version: '1.0.0', scripts }))
  // npm hands its own settings on to what it starts, which would hide those of the folder.
  const own = Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name))
  const printed = execFileSync('npm', ['pack'], {
    cwd: folder,
    encoding: 'utf8',
    env: Object.fromEntries(own),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(printed).toBe('pets-1.0.0.tgz\n')
})
