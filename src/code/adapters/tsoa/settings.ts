import { parse } from 'jsonc-parser'
import type { Project } from '../../project.js'

/** What `tsoa.json` says of the routes. */
interface Settings {
  readonly basePath: string
}

/** Reads `tsoa.json` beside the tsconfig or at the root; without one the routes stand at the top. */
export function readSettings(project: Project): Settings {
  const folder = project.config.includes('/') ? `${project.config.slice(0, project.config.lastIndexOf('/'))}/` : ''
  const text = project.readText(`${project.root}/${folder}tsoa.json`) ?? project.readText(`${project.root}/tsoa.json`)
  const settings: unknown = text === undefined ? {} : parse(text)
  const routes = memberOf(settings, 'routes')
  const basePath = memberOf(routes, 'basePath')
  return { basePath: typeof basePath === 'string' ? basePath : '' }
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
