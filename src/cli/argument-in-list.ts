import type { Flags } from './flags.js'

type Lists = Pick<Flags, 'spec' | 'project'>

/**
 * Takes back what a list of values swallowed of the argument behind it: in `-s a.yaml "GET /pets"` it is the end of the
 * list. The first value of a list stays its own. Without words where no list ends in what could be meant.
 */
export function argumentInList(
  { spec, project }: Lists,
  isMeant: (what: string) => boolean,
): Lists & { readonly words: readonly string[] } {
  const lists = { spec, project }
  for (const key of ['spec', 'project'] as const) {
    const list = lists[key] ?? []
    for (const length of [2, 1]) {
      const words = list.slice(-length)
      if (list.length > length && isMeant(words.join(' '))) return { [key]: list.slice(0, -length), words }
    }
  }
  return { words: [] }
}
