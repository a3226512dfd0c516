import { basename, dirname } from 'node:path'
import type ts from 'typescript'

/** The project's files below a folder, as autoload walks them. */
export interface Folder {
  readonly path: string
  readonly files: readonly ts.SourceFile[]
  readonly folders: readonly Folder[]
}

const script = /(?:(?:^.?|\.[^d]|[^.]d|[^.][^d])\.ts|\.js|\.cjs|\.mjs|\.cts|\.mts)$/iu

/** The folder with everything below it; only files of the project are seen. */
export function folderAt(path: string, files: readonly ts.SourceFile[]): Folder {
  const below = files.filter((file) => file.fileName.startsWith(`${path}/`) && script.test(basename(file.fileName)))
  const names = new Set(below.flatMap((file) => childFolder(path, file.fileName)))
  return {
    path,
    files: below.filter((file) => dirname(file.fileName) === path),
    folders: [...names].sort().map((name) => folderAt(`${path}/${name}`, below)),
  }
}

function childFolder(path: string, file: string): readonly string[] {
  const [first, ...rest] = file.slice(path.length + 1).split('/')
  return first === undefined || rest.length === 0 ? [] : [first]
}
