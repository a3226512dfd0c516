import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mergeBlobs } from '../../src/blob/merge.js'
import { blobText, readBlob } from '../../src/blob/text.js'
import { reporterIds } from '../../src/cli/formats.js'
import type { Blob } from '../../src/model/blob.js'
import { shareOf } from '../../src/model/shard.js'
import { createRepository } from '../git/repository.js'
import { findingOf, reportOf } from '../reporters/builders.js'
import { listing, packageOf, tattletype } from './monorepo.js'

const names = ['ant', 'bee', 'cat', 'dog', 'eel'] as const

/** Five packages, three of which drift, each in its own way. */
const packages = {
  ...listing('packages/*'),
  ...packageOf('packages/ant', ['a', 'b'], ['a']),
  ...packageOf('packages/bee', ['a'], ['a']),
  ...packageOf('packages/cat', ['a'], ['a', 'c'], '/cats'),
  ...packageOf('packages/dog', ['a', 'b', 'd'], ['a']),
  ...packageOf('packages/eel', ['a'], ['a'], '/eels'),
}

/** Two that drift, in a shard each. */
const few = {
  ...listing('packages/*'),
  ...packageOf('packages/ant', ['a', 'b'], ['a']),
  ...packageOf('packages/dog', ['a', 'b', 'd'], ['a']),
}

async function shards(root: string, of: number, ...argv: readonly string[]) {
  const files = Array.from({ length: of }, (_, place) => `shard-${place + 1}.json`)
  const codes: number[] = []
  for (const [place, file] of files.entries()) {
    const { code } = await tattletype(root, '--shard', `${place + 1}/${of}`, '--format', `blob:${file}`, ...argv)
    codes.push(code)
  }
  return { files, codes }
}

describe('a run in three shards', () => {
  it('is the same bytes as one run in every format, and ends as that one does', async () => {
    const { root, write } = createRepository()
    write(packages)
    const { files, codes } = await shards(root, 3)
    expect(codes).toEqual([1, 0, 1])
    const outputs = (prefix: string) => reporterIds.map((id) => `${id}:${prefix}.${id}`)
    const whole = await tattletype(root, '--format', ...outputs('whole'))
    const merged = await tattletype(root, 'merge-reports', ...files.toReversed(), '--format', ...outputs('merged'))
    expect([whole.code, merged.code]).toEqual([1, 1])
    const textOf = (name: string) => readFileSync(join(root, name), 'utf8')
    for (const id of reporterIds) expect(textOf(`merged.${id}`), id).toBe(textOf(`whole.${id}`))
    expect(textOf('merged.pretty')).toContain('"b"')
  })

  it('knows what is new since a base, and what the baseline knows, as one run does', async () => {
    const { root, commit, write } = createRepository()
    commit('clean', { ...few, ...packageOf('packages/dog', ['a'], ['a']) })
    commit('drift', few)
    const { files } = await shards(root, 2, '--base', 'HEAD~1')
    const whole = await tattletype(root, '--base', 'HEAD~1', '--format', 'json')
    const merged = await tattletype(root, 'merge-reports', ...files, '--format', 'json')
    expect(merged.out).toBe(whole.out)
    expect(JSON.parse(merged.out)).toMatchObject({
      since: { standing: 1, mended: 0 },
      summary: { findings: { error: 2 } },
    })

    await tattletype(root, 'baseline', 'write')
    write({ ...few, ...packageOf('packages/dog', ['a'], ['a']) })
    const after = await shards(root, 2)
    const known = await tattletype(root, '--format', 'json')
    const joined = await tattletype(root, 'merge-reports', ...after.files, '--format', 'json')
    expect([joined.out, joined.code]).toEqual([known.out, known.code])
    expect([known.code, joined.err]).toEqual([1, known.err])
    expect(known.err).toContain('GET /pets response 200 /b is mended or gone (and 1 more)')
  })
})

describe('--shard', () => {
  it.each([1, 2, 3, 4, 5, 7])(
    'deals the projects out to %i shards, each once, and no shard has two more than another',
    (of) => {
      const shares = Array.from({ length: of }, (_, place) => shareOf(names, { index: place + 1, of }))
      expect(shares.flat().sort()).toEqual([...names])
      const sizes = shares.map(({ length }) => length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    },
  )

  it('leaves a shard idle where there are more of them than projects, which is no failure', async () => {
    const { root, write } = createRepository()
    write({ ...listing('packages/bee'), ...packageOf('packages/bee', ['a'], ['a']) })
    const idle = await tattletype(root, '--shard', '2/2', '--format', 'blob:2.json')
    expect(idle).toMatchObject({
      code: 0,
      err: 'note: shard 2/2 has no project: there are 1\nnote: written to 2.json\n',
    })
    await tattletype(root, '--shard', '1/2', '--format', 'blob:1.json')
    const merged = await tattletype(root, 'merge-reports', '1.json', '2.json', '--format', 'json')
    expect(merged.out).toBe((await tattletype(root, '--format', 'json')).out)
  })

  it.each([
    [['--shard', '0/3'], '--shard takes which of how many, such as 1/3 (at most 1000), not "0/3"'],
    [['--shard', '4/3'], '--shard takes which of how many, such as 1/3 (at most 1000), not "4/3"'],
    [['--shard', 'one'], '--shard takes which of how many, such as 1/3 (at most 1000), not "one"'],
  ])('refuses %s', async (argv, message) => {
    const { root, write } = createRepository()
    write({ ...listing('packages/bee'), ...packageOf('packages/bee', ['a'], ['a']) })
    expect(await tattletype(root, ...argv)).toMatchObject({ code: 2, err: `tattletype: ${message}\n` })
  })

  it('has nothing to share out without projects', async () => {
    const { root } = createRepository()
    expect(await tattletype(root, '--shard', '1/2')).toMatchObject({
      code: 2,
      err: 'tattletype: --shard shares out the projects of a configuration, and there are none here\n',
    })
  })
})

const blobOf = (index: number, more: Partial<Blob> = {}): Blob => ({
  tool: '1.2.3',
  shard: { index, of: 3 },
  projects: ['ant', 'bee', 'cat'],
  demands: { settings: { failOn: 'error' } },
  faults: [],
  over: { file: 'known.jsonl', stale: [], expired: [] },
  notices: [],
  report: reportOf([findingOf({ project: 'ant' })], { projects: [{ ...reportOf(), name: `p${index}` }] }),
  sources: {},
  ...more,
})

describe('merge-reports', () => {
  const three = [1, 2, 3].map((index) => ({ file: `${index}.json`, blob: blobOf(index) }))
  const [one, two, last] = three
  const withBlob = (index: number, more: Partial<Blob>) =>
    three.map((each) => (each.blob.shard.index === index ? { ...each, blob: blobOf(index, more) } : each))

  it.each([
    ['a missing shard', [one, last], { message: 'shard 2/3 of the run is missing' }],
    ['two missing shards', [two], { message: 'shards 1/3, 3/3 of the run are missing' }],
    [
      'a shard that is there twice',
      [one, two, { file: 'b.json', blob: blobOf(2) }],
      { file: 'b.json', message: 'this is shard 2/3, and so is 2.json' },
    ],
    [
      'another split',
      withBlob(2, { shard: { index: 2, of: 4 } }),
      { file: '2.json', message: 'this is of another run than 1.json: it has another number of shards' },
    ],
    [
      'other projects',
      withBlob(3, { projects: ['ant'] }),
      { file: '3.json', message: 'this is of another run than 1.json: it has other projects' },
    ],
    [
      'another commit',
      withBlob(3, { commit: 'abc' }),
      { file: '3.json', message: 'this is of another run than 1.json: it has another commit' },
    ],
    [
      'another base',
      withBlob(3, { report: reportOf([], { since: { name: 'main', standing: 0, mended: 0 } }) }),
      { file: '3.json', message: 'this is of another run than 1.json: it is held against another moment' },
    ],
  ])('refuses %s', (_, files, error) => {
    expect(mergeBlobs(files.flatMap((file) => file ?? []))).toEqual({ ok: false, error })
  })

  it('reads a blob back whole', () => {
    expect(readBlob(blobText(blobOf(1)), '1.2.3')).toEqual({ ok: true, value: blobOf(1) })
  })

  it('refuses a blob wherever it is cut off', () => {
    const text = blobText(blobOf(1))
    for (let length = 0; length < text.length - 1; length += 97) {
      expect(readBlob(text.slice(0, length), '1.2.3'), `${length}`).toMatchObject({ ok: false })
    }
  })

  it.each([
    [
      'changed',
      (text: string) => text.replace('"minutes":3.2', '"minutes":3.3'),
      'it was damaged or changed: run that shard again',
    ],
    [
      'of another version',
      (text: string) => text.replace('"tool":"1.2.3"', '"tool":"1.2.2"'),
      'tattletype 1.2.2 wrote it, and this is 1.2.3: use one version for all',
    ],
    ['no blob', () => '{"findings":[]}', 'it is no blob: tattletype --format blob:<file> writes one'],
    ['empty', () => '', 'it is cut off, or no blob: run that shard again'],
  ])('refuses one that is %s', (_, spoil, error) => {
    expect(readBlob(spoil(blobText(blobOf(1))), '1.2.3')).toEqual({ ok: false, error })
  })

  it('tells a mistake in one line and ends with 2', async () => {
    const { root } = createRepository()
    writeFileSync(join(root, 'torn.json'), '{"blob":1,')
    expect(await tattletype(root, 'merge-reports', 'torn.json')).toEqual({
      code: 2,
      out: '',
      err: 'tattletype: torn.json: this blob cannot be merged: it is cut off, or no blob: run that shard again\n',
    })
    expect((await tattletype(root, 'merge-reports', 'absent.json')).err).toBe(
      'tattletype: absent.json: this blob cannot be read\n',
    )
    writeFileSync(join(root, 'two.json'), blobText(blobOf(2)))
    expect(await tattletype(root, 'merge-reports', 'two.json')).toMatchObject({
      code: 2,
      err: 'tattletype: shards 1/3, 3/3 of the run are missing\n',
    })
  })

  it('writes one run without projects elsewhere', async () => {
    const { root, write } = createRepository()
    write(packageOf('.', ['a', 'b'], ['a']))
    await tattletype(root, '--format', 'blob:run.json')
    const merged = await tattletype(root, 'merge-reports', 'run.json')
    expect([merged.code, merged.out]).toEqual([1, (await tattletype(root)).out])
  })
})
