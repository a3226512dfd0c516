import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createPets, petFiles } from './pets.js'
import { recipe } from './recipes.js'

const manifest = fileURLToPath(new URL('../../.pre-commit-hooks.yaml', import.meta.url))
const found = spawnSync('pre-commit', ['--version'], { encoding: 'utf8' })
const absent = found.status !== 0
if (absent) console.warn('skipped: pre-commit is not installed (apt-get install pre-commit)')

const config = recipe('.pre-commit-config.yaml')

describe.skipIf(absent)('pre-commit', () => {
  it('finds the manifest of our hook valid', () => {
    const { status, stdout, stderr } = spawnSync('pre-commit', ['validate-manifest', manifest], { encoding: 'utf8' })
    expect([status, stdout + stderr]).toEqual([0, ''])
  })

  it('refuses a commit with drift, lets a clean one through, and does not see what is not staged', () => {
    const { run, tryCommit, write, git } = createPets()
    write({ '.pre-commit-config.yaml': config })
    git('add', '-A')
    expect(run('pre-commit', ['install'])).toMatchObject({ status: 0 })
    expect(tryCommit()).toMatchObject({ status: 0, output: expect.stringMatching(/tattletype\.+Passed/) })

    write(petFiles(['name', 'wild'], ['name']))
    git('add', '-A')
    const refused = tryCommit()
    expect(refused.status).toBe(1)
    expect(refused.output).toMatch(/tattletype\.+Failed/)
    expect(refused.output).toContain('The field "wild" of the 200 response is sent by the code but not documented.')

    write(petFiles(['name', 'wild'], ['name', 'wild']))
    git('add', '-A')
    write(petFiles(['name', 'wild', 'fierce'], ['name']))
    expect(tryCommit()).toMatchObject({ status: 0, output: expect.stringMatching(/tattletype\.+Passed/) })
    expect(git('diff', '--stat')).toContain('2 files changed')
  })

  it('does not start the hook where no code and no document is staged', () => {
    const { run, tryCommit, write, git } = createPets()
    write({ '.pre-commit-config.yaml': config })
    git('add', '-A')
    git('commit', '-q', '-m', 'before')
    run('pre-commit', ['install'])
    write({ 'README.md': 'x' })
    git('add', '-A')
    expect(tryCommit()).toMatchObject({ status: 0, output: expect.stringContaining('(no files to check)Skipped') })
  })
})
