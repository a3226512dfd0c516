/** The files of a project as they stand elsewhere than in its folder: in a commit, or in the index. */
export interface Snapshot {
  /** How a person calls it: `origin/main (1a2b3c4)`, `the index`. */
  readonly name: string
  /** Text by path relative to the root, with `/`. Nothing of the folder itself is read beside them but `node_modules`. */
  readonly files: ReadonlyMap<string, string>
  /** By the same paths, what names the text wherever it is the same; a text without such a name speaks for itself. */
  readonly ids?: ReadonlyMap<string, string>
}
