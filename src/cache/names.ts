import type { FolderEntry } from '../model/journal.js'
import { digest } from './digest.js'

/** What stands for the names in a folder; of the files only those with one of the endings count, where there are any. */
export function namesFact(entries: readonly FolderEntry[] | undefined, endings: readonly string[] | undefined): string {
  const told = (entries ?? []).filter(
    ({ name, kind }) => kind !== 'file' || endings === undefined || endings.some((ending) => name.endsWith(ending)),
  )
  const names = told.map(({ name, kind }) => `${kind} ${name}`).sort()
  return `e${endings?.join(',') ?? '*'}|${entries === undefined ? '' : digest(names.join('\0'))}`
}

/** The endings that such a fact was told of. */
export function endingsOf(fact: string): readonly string[] | undefined {
  const [endings = ''] = fact.slice(1).split('|', 1)
  return endings === '*' ? undefined : endings.split(',')
}
