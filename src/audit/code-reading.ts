import type { Project } from '../code/project.js'
import type { CodeContract } from '../model/contract.js'
import type { Journal } from '../model/journal.js'
import type { AuditOptions } from '../model/options.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { createRelay } from './relay.js'

/** The code of one tsconfig, read when it is first asked for, and once. */
export interface CodeReading {
  /** What the code serves, as a program shows it that nobody has asked before. */
  contract(journal: Journal): Promise<Result<CodeContract, UserError>>
  /**
   * The program behind it, for documents that are spelled out in the code. The contract has been read from it before: the compiler
   * numbers types in the order in which it meets them, and what a program is asked must not depend on what is remembered.
   */
  project(journal: Journal): Promise<Result<Project, UserError>>
}

/** The compiler is loaded with the first question. In: the tsconfig, relative to the root. */
export function codeReading(config: string, options: AuditOptions): CodeReading {
  const { root, snapshot, authentication, prefix, onProgress } = options
  const relay = createRelay()
  const virtual = snapshot === undefined ? {} : { virtual: { files: snapshot.files, alone: true } }
  const read = once(async () => {
    const [{ openProject }, { readCode }] = await Promise.all([
      import('../code/program/open.js'),
      import('../code/read.js'),
    ])
    onProgress?.(`reading ${config}`)
    const names = authentication === undefined ? {} : { authentication }
    const project = openProject(root, { config, ...virtual, ...names, journal: relay })
    if (!project.ok) return { project, contract: project }
    onProgress?.(`following the routes of ${project.value.config}`)
    return { project, contract: readCode(project.value, prefix) }
  })
  return {
    async contract(journal) {
      relay.tell(journal)
      return (await read()).contract
    },
    async project(journal) {
      relay.tell(journal)
      return (await read()).project
    },
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}
