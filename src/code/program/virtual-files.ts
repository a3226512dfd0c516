/** Files that stand in memory over the folder: examples of rules, a tree of a git commit. */
export interface VirtualFiles {
  /** Text by path relative to the root, with `/`. */
  readonly files: ReadonlyMap<string, string>
  /** Nothing of the folder itself is read but its `node_modules`: the files in memory are the whole project. */
  readonly alone: boolean
}
