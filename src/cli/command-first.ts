/**
 * Puts a command that stands behind a list of values in front: in `-s a.yaml routes` the list would swallow it. The first
 * value of a list is never taken for a command, so that `-s ./routes` and `-s routes` stay a file.
 */
export function commandFirst(argv: readonly string[], commands: readonly string[], lists: readonly string[]): string[] {
  if (argv[0] === undefined || !argv[0].startsWith('-')) return [...argv]
  let listed = 0
  let inList = false
  for (const [index, word] of argv.entries()) {
    if (word === '--') break
    if (word.startsWith('-')) {
      inList = lists.some((flag) => word === flag || word.startsWith(`${flag}=`))
      listed = word.includes('=') ? 1 : 0
    } else if (inList && listed > 0 && commands.includes(word)) {
      return [word, ...argv.slice(index + 1), ...argv.slice(0, index)]
    } else {
      listed += 1
    }
  }
  return [...argv]
}
