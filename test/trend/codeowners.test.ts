import { describe, expect, it } from 'vitest'
import { codeownersFiles, readCodeowners } from '../../src/trend/codeowners.js'

/** The examples of GitHub's documentation. */
const github = `# This is a comment.
*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/github @doctocat
/apps/free
`

describe('by the rules of GitHub', () => {
  const owners = readCodeowners(github)
  it.each([
    ['README.md', ['@global-owner1', '@global-owner2']],
    ['src/deep/a.js', ['@js-owner']],
    ['main.go', ['docs@example.com']],
    ['build/logs/a/b.txt', ['@octocat']],
    ['docs/getting-started.md', ['@doctocat']],
    ['docs/build-app/troubleshooting.md', ['@doctocat']],
    ['web/apps/x.ts', ['@octocat']],
    ['scripts/a.sh', ['@doctocat', '@octocat']],
    ['deeply/nested/logs/x', ['@octocat']],
    ['apps/github/x.ts', ['@doctocat']],
    ['apps/free/x.ts', []],
    ['.hidden/file', ['@global-owner1', '@global-owner2']],
  ])('%s belongs to %j', (path, expected) => {
    expect(owners(path)).toEqual(expected)
  })

  it('lets a pattern with a star at its end stay in its folder', () => {
    const flat = readCodeowners('docs/* @docs')
    expect([flat('docs/a.md'), flat('docs/deep/a.md'), flat('web/docs/a.md')]).toEqual([['@docs'], [], []])
  })

  it('reads a blank that is escaped as part of a path', () => {
    expect(readCodeowners('/my\\ folder/ @me')('my folder/x')).toEqual(['@me'])
  })
})

describe('by the rules of GitLab', () => {
  const owners = readCodeowners(`*.ts @everyone
[Docs Team][2] @docs @writers
docs/
README.md @lead
^[Database] @dba
model/db/
!model/db/README.md
`)
  it.each([
    ['src/a.ts', ['@everyone']],
    ['docs/a.md', ['@docs', '@writers']],
    ['README.md', ['@lead']],
    ['docs/a.ts', ['@everyone', '@docs', '@writers']],
    ['model/db/a.sql', ['@dba']],
    ['model/db/README.md', ['@lead']],
  ])('%s belongs to %j', (path, expected) => {
    expect(owners(path)).toEqual(expected)
  })

  it('takes sections of one name together', () => {
    const twice = readCodeowners('[Docs]\ndocs/ @a\n[Database]\ndb/ @dba\n[DOCS]\ndocs/api/ @b\n')
    expect([twice('docs/x'), twice('docs/api/x'), twice('db/x')]).toEqual([['@a'], ['@b'], ['@dba']])
  })
})

describe('the places of the file', () => {
  const firstOf = (...places: string[]) => codeownersFiles.find((place) => places.includes(place))

  it('are asked in the order of both', () => {
    expect(firstOf('docs/CODEOWNERS', 'CODEOWNERS', '.github/CODEOWNERS')).toBe('.github/CODEOWNERS')
    expect(firstOf('.gitlab/CODEOWNERS', 'docs/CODEOWNERS', 'CODEOWNERS')).toBe('CODEOWNERS')
    expect(firstOf('.gitlab/CODEOWNERS', 'docs/CODEOWNERS')).toBe('docs/CODEOWNERS')
  })
})
