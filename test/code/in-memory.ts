import { resolve } from 'node:path'
import type { OpenOptions } from '../../src/code/program/contracts.js'
import { openProject } from '../../src/code/program/open.js'
import type { Project } from '../../src/code/project.js'
import { readCode } from '../../src/code/read.js'
import type { CodeContract } from '../../src/model/contract.js'

type Files = ReadonlyMap<string, string>

/** A project that is held in memory, its `tsconfig.json` among the files, below a folder whose packages it finds. */
export function openFiles(folder: string, files: Files, options: Omit<OpenOptions, 'virtual'> = {}): Project {
  const project = openProject(resolve(folder), { ...options, virtual: { files, alone: true } })
  if (!project.ok) throw new Error(project.error.message)
  return project.value
}

/** What is read of its code. */
export function readFiles(folder: string, files: Files, options: Omit<OpenOptions, 'virtual'> = {}): CodeContract {
  const code = readCode(openFiles(folder, files, options))
  if (!code.ok) throw new Error(code.error.message)
  return code.value
}
