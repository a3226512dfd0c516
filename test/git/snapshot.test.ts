import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openRepository } from '../../src/git/open.js'
import type { Repository } from '../../src/git/repository.js'
import { commitOf, mergeBaseOf } from '../../src/git/revisions.js'
import { snapshotOfCommit, snapshotOfIndex } from '../../src/git/snapshot.js'
import { createRepository } from './repository.js'

it('holds the files of a commit, whatever the work tree looks like now', async () => {
  const { root, commit, write } = createRepository()
  const first = commit('first', { 'src/a.ts': 'export const a = 1\n', 'openapi.yaml': 'openapi: 3.0.3\n' })
  commit('second', { 'src/a.ts': 'export const a = 2\n', 'src/b.ts': 'export {}\n' })
  write({ 'src/a.ts': 'not typescript' })
  expect(await files(root, (repository) => snapshotOfCommit(repository, first, 'first'))).toEqual({
    'openapi.yaml': 'openapi: 3.0.3\n',
    'src/a.ts': 'export const a = 1\n',
  })
})

it('holds what is staged, and neither later changes nor files that were never added', async () => {
  const { root, commit, write, git } = createRepository()
  commit('first', { 'a.ts': 'one' })
  write({ 'a.ts': 'two' })
  git('add', 'a.ts')
  write({ 'a.ts': 'three', 'b.ts': 'never added' })
  expect(await files(root, (repository) => snapshotOfIndex(repository))).toEqual({ 'a.ts': 'two' })
})

it('sees a project in a folder of the repository from that folder', async () => {
  const { root, commit } = createRepository()
  const head = commit('first', { 'server/a.ts': 'server', 'web/a.ts': 'web' })
  const server = join(root, 'server')
  expect(await files(server, (repository) => snapshotOfCommit(repository, head, 'head'))).toEqual({ 'a.ts': 'server' })
  expect(await files(server, (repository) => snapshotOfIndex(repository))).toEqual({ 'a.ts': 'server' })
})

it('reads names with spaces, quotes and letters of any language', async () => {
  const { root, commit } = createRepository('mein Projekt é')
  const head = commit('first', { 'src/größe "x".ts': 'ü' })
  expect(await files(root, (repository) => snapshotOfCommit(repository, head, 'head'))).toEqual({
    'src/größe "x".ts': 'ü',
  })
})

it('follows a link to a file of the commit, and never one that leads out of it', async () => {
  const { root, commit, write } = createRepository()
  write({ 'docs/api.yaml': 'openapi: 3.0.3\n' })
  symlinkSync('docs/api.yaml', join(root, 'openapi.yaml'))
  symlinkSync('/etc/hosts', join(root, 'hosts.yaml'))
  symlinkSync('circle.yaml', join(root, 'circle.yaml'))
  const head = commit('links')
  expect(await files(root, (repository) => snapshotOfCommit(repository, head, 'head'))).toEqual({
    'docs/api.yaml': 'openapi: 3.0.3\n',
    'openapi.yaml': 'openapi: 3.0.3\n',
  })
})

it('finds where two branches parted', async () => {
  const { root, commit, git } = createRepository()
  const base = commit('base', { 'a.ts': '1' })
  git('checkout', '-q', '-b', 'feature')
  commit('feature', { 'b.ts': '2' })
  git('checkout', '-q', 'main')
  commit('main', { 'c.ts': '3' })
  const repository = await opened(root)
  expect(await mergeBaseOf(repository, 'main', 'feature')).toBe(base)
})

it('says that a revision is unknown, even one that looks like an option', async () => {
  const { root, commit } = createRepository()
  commit('first', { 'a.ts': '1' })
  const repository = await opened(root)
  for (const revision of ['nowhere', '--help', '-x']) {
    expect(await commitOf(repository, revision)).toEqual({
      ok: false,
      error: { message: `git knows no commit named ${revision}` },
    })
  }
})

it('runs nothing that the configuration of the repository names', async () => {
  const { root, commit, git, write } = createRepository()
  commit('first', { 'a.ts': 'a' })
  git('config', 'core.fsmonitor', 'touch ran-by-git; false')
  write({ 'a.ts': 'b' })
  const held = await files(root, (repository) => snapshotOfIndex(repository))
  expect([held, git('-c', 'core.fsmonitor=false', 'ls-files', '--others')]).toEqual([{ 'a.ts': 'a' }, ''])
})

it('says of a clone without contents how to clone instead', async () => {
  const { root, commit, git } = createRepository()
  const head = commit('first', { 'a.ts': 'a' })
  git('config', 'uploadpack.allowFilter', 'true')
  git('clone', '-q', '--no-checkout', '--filter=blob:none', `file://${root}`, 'clone')
  expect(await snapshotOfCommit(await opened(join(root, 'clone')), head, 'head')).toEqual({
    ok: false,
    error: {
      message: expect.stringMatching(/^git: (could not fetch|the object) [0-9a-f]{40} /),
      hint: 'Nothing is fetched while it is read: clone without --filter, in CI too.',
    },
  })
})

async function opened(root: string): Promise<Repository> {
  const repository = await openRepository(root)
  if (!repository.ok) throw new Error(repository.error.message)
  return repository.value
}

async function files(root: string, take: (repository: Repository) => ReturnType<typeof snapshotOfIndex>) {
  const snapshot = await take(await opened(root))
  if (!snapshot.ok) throw new Error(snapshot.error.message)
  return Object.fromEntries(snapshot.value.files)
}
