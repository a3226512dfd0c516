/** Whether a text is of a pattern; `unknown` where the pattern is none, or takes too long to tell. */
export type Match = 'matches' | 'differs' | 'unknown'
