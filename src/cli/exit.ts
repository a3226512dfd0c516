/** Exit codes: public interface. `failed` is a mistake of the user or of the tool, never drift. */
export const exit = { clean: 0, drift: 1, failed: 2 } as const
