/** What can be done with a baseline; only the first two ever let it grow, and only because they were asked. */
export const baselineActions = ['write', 'update', 'prune'] as const
export type BaselineAction = (typeof baselineActions)[number]
