import type { Finding } from '../model/finding.js'
import type { Location } from '../model/location.js'

/** Where a finding is shown, and the other of its two places. */
export interface Places {
  readonly main: Location | null
  readonly other: Location | null
}

/** A file that was just changed is where its author looks; else the code, which the document has to tell the truth about. */
export function placesOf({ code, spec }: Finding, changed?: ReadonlySet<string>): Places {
  const specFirst = code === null || (changed !== undefined && !changed.has(code.file) && changed.has(spec?.file ?? ''))
  return specFirst ? { main: spec, other: code } : { main: code, other: spec }
}

/** A file as it is called from the top of the repository, for readers that look from there: in `folder` or above it. */
export function fromTop(file: string, folder = ''): string {
  if (folder === '' || isElsewhere(file)) return file
  const parts: string[] = []
  for (const part of [...folder.split('/'), ...file.split('/')]) {
    if (part === '..' && parts.length > 0) parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}

/** Whether a file is named by a URL or from the top of the disk, and not from the project's folder. */
export const isElsewhere = (file: string): boolean => /^([a-z]+:|\/)/i.test(file)

/** `openapi.yaml:12:5`. */
export const placeText = ({ file, line, column }: Location): string => `${file}:${line}:${column}`
