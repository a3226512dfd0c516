/** What the command line needs of the world; a test gives its own. */
export interface Io {
  /** The folder that the command was started in, absolute. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The day in UTC: `2026-11-23`. */
  readonly today: string
  readonly out: Stream
  readonly err: Stream
  /** Shows what a long step is doing; silent where nobody watches. */
  readonly progress: Progress
  /** Puts a question that is answered with yes or no; absent where nobody can answer. */
  readonly ask?: (question: string) => Promise<boolean>
}

export interface Stream {
  readonly isTerminal: boolean
  /** Columns, where it is a terminal that tells. */
  readonly columns: number | undefined
  write(text: string): void
}

export interface Progress {
  step(words: string): void
  stop(): void
}
