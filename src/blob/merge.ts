import type { PlacedEntry } from '../model/baseline.js'
import type { Blob } from '../model/blob.js'
import type { Report } from '../model/report.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { joinReports } from '../report/join.js'

/** A blob and the file that it was read from. */
export interface BlobFile {
  readonly file: string
  readonly blob: Blob
}

/** The run that its shards make up together. */
export interface MergedRun extends Pick<Blob, 'demands' | 'faults' | 'over' | 'notices' | 'sources' | 'changed'> {
  readonly report: Report
}

/** Joins the shards of one run, in whatever order they come; the error is the first reason why they are not that. */
export function mergeBlobs(files: readonly BlobFile[]): Result<MergedRun, UserError> {
  const mistake = strangers(files) ?? gaps(files)
  if (mistake !== null) return { ok: false, error: mistake }
  const blobs = [...files].sort((a, b) => a.blob.shard.index - b.blob.shard.index).map(({ blob }) => blob)
  const [first] = blobs
  const [report, ...reports] = blobs.flatMap((blob) => (blob.report === null ? [] : [blob.report]))
  if (first === undefined || report === undefined) {
    return { ok: false, error: { message: 'no shard has audited a project' } }
  }
  const changed = blobs.flatMap((blob) => blob.changed ?? [])
  const projects = blobs.flatMap(({ demands }) => demands.projects ?? [])
  return {
    ok: true,
    value: {
      report: report.projects === undefined ? report : joinReports([report, ...reports]),
      demands: { ...first.demands, projects },
      faults: blobs.flatMap(({ faults }) => faults),
      over: {
        file: first.over.file,
        stale: byPlace(blobs.flatMap(({ over }) => over.stale)),
        expired: byPlace(blobs.flatMap(({ over }) => over.expired)),
      },
      notices: blobs.flatMap(({ notices }) => notices),
      sources: Object.fromEntries(blobs.flatMap(({ sources }) => Object.entries(sources))),
      ...(blobs.some((blob) => blob.changed) ? { changed: [...new Set(changed)] } : {}),
    },
  }
}

const byPlace = (entries: readonly PlacedEntry[]): readonly PlacedEntry[] =>
  [...entries].sort((a, b) => a.place - b.place)

/** What all shards of a run have in common, by the words for it. */
const common: readonly (readonly [string, (blob: Blob) => unknown])[] = [
  ['another number of shards', ({ shard }) => shard.of],
  ['other projects', ({ projects }) => projects],
  ['another commit', ({ commit }) => commit],
]

function strangers([first, ...others]: readonly BlobFile[]): UserError | null {
  if (first === undefined) return { message: 'no blob is named' }
  for (const { file, blob } of others) {
    const [words] = common.find(([, of]) => JSON.stringify(of(blob)) !== JSON.stringify(of(first.blob))) ?? []
    if (words !== undefined) return { file, message: `this is of another run than ${first.file}: it has ${words}` }
  }
  const held = [first, ...others].filter(({ blob }) => blob.report !== null)
  const [one] = held
  const other = held.find(({ blob }) => blob.report?.since?.name !== one?.blob.report?.since?.name)
  if (one === undefined || other === undefined) return null
  return { file: other.file, message: `this is of another run than ${one.file}: it is held against another moment` }
}

function gaps(files: readonly BlobFile[]): UserError | null {
  const seen = new Map<number, string>()
  for (const { file, blob } of files) {
    const { index, of } = blob.shard
    const twin = seen.get(index)
    if (twin !== undefined) return { file, message: `this is shard ${index}/${of}, and so is ${twin}` }
    seen.set(index, file)
  }
  const of = files[0]?.blob.shard.of ?? 0
  const missing = Array.from({ length: of }, (_, place) => place + 1).filter((index) => !seen.has(index))
  if (missing.length === 0) return null
  const named = missing.map((index) => `${index}/${of}`).join(', ')
  return {
    message: `${missing.length === 1 ? 'shard' : 'shards'} ${named} of the run ${missing.length === 1 ? 'is' : 'are'} missing`,
  }
}
