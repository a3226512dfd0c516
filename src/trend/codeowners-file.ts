import { gitText } from '../git/command.js'
import type { Repository } from '../git/repository.js'
import { codeownersFiles, type Owners, readCodeowners } from './codeowners.js'

/** Who owns what at a commit; nothing where it has no CODEOWNERS file. */
export async function ownersAt({ root }: Repository, commit: string): Promise<Owners | undefined> {
  for (const file of codeownersFiles) {
    const text = await gitText(root, ['cat-file', 'blob', `${commit}:${file}`])
    if (text.ok) return readCodeowners(text.value)
  }
  return undefined
}
