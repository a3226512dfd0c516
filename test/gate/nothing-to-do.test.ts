import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { auditedOf, worldOf } from '../cli/world.js'
import { createRepository } from '../git/repository.js'

async function staged(root: string, ...argv: string[]) {
  const world = worldOf(auditedOf(), { cwd: root })
  const code = await run(['--staged', ...argv], world.io, world.tool)
  return { code, audited: world.asked() !== undefined, out: world.stdout(), err: world.stderr() }
}

describe('a hook with nothing to do', () => {
  it.each([
    ['nothing', {}],
    ['a text for people', { 'README.md': 'x', 'docs/guide.txt': 'x' }],
    ['a picture and a stylesheet', { 'logo.svg': '<svg/>', 'a b.css': 'a {}' }],
  ])('says so and passes where %s is staged', async (_, files) => {
    const { root, commit, write, git } = createRepository()
    commit('before', { 'src/app.ts': 'export {}' })
    write({ ...files, 'src/app.ts': 'export { unstaged }' })
    for (const file of Object.keys(files)) git('add', '--', file)
    expect(await staged(root)).toEqual({
      code: 0,
      audited: false,
      out: '',
      err: 'note: nothing that tattletype reads is staged\n',
    })
  })

  it.each([
    ['src/über app.ts'],
    ['openapi.yaml'],
    ['tsconfig.json'],
    ['package.json'],
    ['package-lock.json'],
    ['yarn.lock'],
    ['bun.lockb'],
    ['.tattletyperc'],
    ['tattletype.baseline.jsonl'],
  ])('audits where %s is staged', async (file) => {
    const { root, commit, write, git } = createRepository()
    commit('before', { 'README.md': 'x' })
    write({ [file]: '{}' })
    git('add', '-A')
    expect(await staged(root)).toMatchObject({ audited: true })
  })

  it('audits where a file that it reads is deleted or renamed', async () => {
    const { root, commit, git } = createRepository()
    commit('before', { 'src/app.ts': 'export {}', 'README.md': 'x' })
    git('mv', 'src/app.ts', 'app.txt')
    expect(await staged(root)).toMatchObject({ audited: true })
  })

  it('audits where the baseline that is named is staged', async () => {
    const { root, commit, write, git } = createRepository()
    commit('before', { 'README.md': 'x' })
    write({ 'known.txt': '' })
    git('add', '-A')
    expect(await staged(root)).toMatchObject({ audited: false })
    expect(await staged(root, '--baseline', './known.txt')).toMatchObject({ audited: true })
  })

  it('looks only at the folder of the project', async () => {
    const { root, commit, write, git } = createRepository()
    commit('before', { 'server/app.ts': 'export {}' })
    write({ 'client/app.ts': 'export {}' })
    git('add', '-A')
    expect(await staged(`${root}/server`)).toMatchObject({ audited: false })
    expect(await staged(`${root}/client`)).toMatchObject({ audited: true })
  })

  it('writes a report that was asked for all the same', async () => {
    const { root, commit } = createRepository()
    commit('before', { 'README.md': 'x' })
    expect(await staged(root, '--format', 'sarif')).toMatchObject({ audited: true })
  })
})
