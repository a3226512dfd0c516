import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A package manager: how a build server calls it. */
export interface Manager {
  readonly lock: string
  readonly name: string
  readonly install: string
  readonly add: string
  readonly run: string
  /** The action that puts it on a runner of GitHub. */
  readonly setUp?: string
}

const npm: Manager = {
  lock: 'package-lock.json',
  name: 'npm',
  install: 'npm ci',
  add: 'npm install --save-dev',
  run: 'npx --no-install',
}
const managers: readonly Manager[] = [
  npm,
  {
    lock: 'pnpm-lock.yaml',
    name: 'pnpm',
    install: 'pnpm install --frozen-lockfile',
    add: 'pnpm add --save-dev',
    run: 'pnpm exec',
    setUp: 'pnpm/action-setup@v4',
  },
  {
    lock: 'yarn.lock',
    name: 'yarn',
    install: 'yarn install --frozen-lockfile',
    add: 'yarn add --dev',
    run: 'yarn run',
  },
]

/** The manager whose lockfile lies in the folder, if any. */
export const managerIn = (folder: string): Manager | undefined =>
  managers.find(({ lock }) => existsSync(join(folder, lock)))

/** Of a project in a repository: that of the whole repository before the project's own; npm where there is no lockfile. */
export const managerOf = (top: string, root: string): Manager => managerIn(top) ?? managerIn(root) ?? npm
