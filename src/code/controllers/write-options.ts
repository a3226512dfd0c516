/** What class-transformer is told when it writes an object out. */
export interface WriteOptions {
  /** The groups whose properties are written; null where they are not known. */
  readonly groups: readonly string[] | null
  /** Why something else chooses what is written. */
  readonly unread?: string
}
