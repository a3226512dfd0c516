import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createPets, petFiles } from './pets.js'
import { recipe } from './recipes.js'

/** husky sets `core.hooksPath` to a folder whose scripts run those beside it; without husky, git runs them itself. */
function hooked(name: string, folder = '', script = recipe('.husky/pre-commit')) {
  const pets = createPets(name, folder)
  pets.write({ '.husky/pre-commit': `#!/bin/sh\n${script}` })
  chmodSync(join(pets.root, '.husky/pre-commit'), 0o755)
  pets.git('config', 'core.hooksPath', '.husky')
  pets.git('add', '-A')
  pets.git('commit', '-q', '--no-verify', '-m', 'before')
  return pets
}

it('refuses by the script for husky what drifts in the index, in a folder with spaces and letters beyond ASCII', () => {
  const { root, tryCommit, write, git } = hooked('Grüße an Zoë')
  write(petFiles(['name', 'wild'], ['name']))
  git('add', '-A')
  write(petFiles(['name'], ['name']))
  expect(tryCommit()).toMatchObject({ status: 1, output: expect.stringContaining('The field "wild"') })
  git('add', '-A')
  write({ 'note.md': root })
  git('add', '-A')
  expect(tryCommit()).toMatchObject({ status: 0, output: expect.stringContaining('note: nothing that') })
})

it('sees what commit -a takes along, from a folder of a monorepo', () => {
  const { tryCommit, write } = hooked('mono', 'packages/api', 'cd packages/api && npx tattletype --staged\n')
  write(petFiles(['name', 'wild'], ['name'], 'packages/api'))
  const refused = tryCommit('-a')
  expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('The field "wild"') })
  expect(refused.output).toContain('src/app.ts:5')
  write(petFiles(['name', 'wild'], ['name', 'wild'], 'packages/api'))
  expect(tryCommit('-a')).toMatchObject({ status: 0 })
})
