import { load, YAMLException } from 'js-yaml'
import { parse } from 'jsonc-parser'
import type { Project } from '../../project.js'

/** The configuration of tsoa as it was found: what it says, or that it is a file that only running it would tell. */
type Found = { readonly file: string; readonly says: unknown } | { readonly file: string; readonly unread: true } | null

/** Reads the file that the scripts of `package.json` name, else `tsoa.json`, beside the tsconfig or at the root. */
export function findConfig(project: Project): Found {
  const folder = project.config.includes('/') ? project.config.slice(0, project.config.lastIndexOf('/') + 1) : ''
  for (const start of new Set([folder, ''])) {
    for (const name of [...namedByScripts(project, start), 'tsoa.json']) {
      const file = `${start}${name}`
      const text = project.readText(`${project.root}/${file}`)
      if (text !== undefined) return read(file, text)
    }
  }
  return null
}

/** `tsoa spec-and-routes -c config/tsoa.yaml`. */
function namedByScripts(project: Project, folder: string): readonly string[] {
  const manifest: unknown = parse(project.readText(`${project.root}/${folder}package.json`) ?? '{}')
  const scripts = memberOf(manifest, 'scripts')
  const texts = typeof scripts === 'object' && scripts !== null ? Object.values(scripts) : []
  return texts.flatMap((script: unknown) => {
    const named = /\btsoa\b[^&|;]*?\s(?:-c|--configuration)[ =](\S+)/.exec(typeof script === 'string' ? script : '')
    return named?.[1] === undefined ? [] : [named[1].replace(/^\.\//, '')]
  })
}

function read(file: string, text: string): Found {
  if (/\.json$/.test(file)) return { file, says: parse(text) }
  if (!/\.ya?ml$/.test(file)) return { file, unread: true }
  try {
    return { file, says: load(text) }
  } catch (error) {
    if (error instanceof YAMLException) return { file, unread: true }
    throw error
  }
}

export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
