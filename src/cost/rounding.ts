/** Two decimals: figures of the report must not show the noise of floating point. */
export const cents = (value: number): number => Math.round(value * 100) / 100
