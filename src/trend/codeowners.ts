import picomatch from 'picomatch'

interface Rule {
  readonly matches: (path: string) => boolean
  readonly owners: readonly string[]
  /** A line that takes paths out again (GitLab). */
  readonly excludes: boolean
}

/** Who owns a file, by the rules of a CODEOWNERS file: of each section the last pattern that matches wins. */
export type Owners = (path: string) => readonly string[]

/** Where GitHub (the first three) and GitLab (the last three) look for the file, in their order, relative to the repository's root. */
export const codeownersFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS']

/**
 * Reads a CODEOWNERS file as GitHub does, with the sections, default owners and exclusions of GitLab.
 * Out: the owners of a path relative to the repository's root; of several sections those of all.
 */
export function readCodeowners(text: string): Owners {
  let rules: Rule[] = []
  // GitLab takes sections of one name together, in small letters or capitals.
  const sections = new Map([['', rules]])
  let inherited: readonly string[] = []
  for (const line of text.split(/\r?\n/)) {
    const words = wordsOf(line)
    if (words.length === 0) continue
    const section = /^\^?\[([^\]]+)\](?:\[\d+\])?(.*)$/.exec(words.join(' '))
    if (section !== null) {
      const [, name = '', owners = ''] = section
      inherited = wordsOf(owners)
      rules = sections.get(name.toLowerCase()) ?? []
      sections.set(name.toLowerCase(), rules)
      continue
    }
    const [pattern = '', ...named] = words
    const excludes = pattern.startsWith('!')
    const matches = matcherOf(excludes ? pattern.slice(1) : pattern)
    rules.push({ matches, excludes, owners: named.length > 0 ? named : inherited })
  }
  return (path) => [...new Set([...sections.values()].flatMap((rules) => ownersBy(rules, path)))]
}

function ownersBy(rules: readonly Rule[], path: string): readonly string[] {
  const matching = rules.filter(({ matches }) => matches(path))
  if (matching.some(({ excludes }) => excludes)) return []
  return matching.at(-1)?.owners ?? []
}

/** Words between blanks that no backslash keeps together, up to a comment. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = []
  for (const [word] of line.matchAll(/(?:\\.|[^\s\\])+/g)) {
    if (word.startsWith('#')) break
    words.push(word.replace(/\\([\s#])/g, '$1'))
  }
  return words
}

/** The patterns of .gitignore: a slash inside ties a pattern to the root, a folder stands for all in it, `*` stays in one folder. */
function matcherOf(pattern: string): (path: string) => boolean {
  const tied = /\/./.test(pattern)
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '')
  const base = tied ? bare : `**/${bare}`
  const onlyFolder = pattern.endsWith('/')
  // `docs/*` names what stands directly in the folder, and not what its folders hold.
  const reachesIn = onlyFolder || !/(^|\/)\*$/.test(base) || !tied
  const globs = [...(onlyFolder ? [] : [base]), ...(reachesIn ? [`${base}/**`] : [])]
  return picomatch(globs, { dot: true, nobrace: true, nobracket: true, noextglob: true, nonegate: true })
}
