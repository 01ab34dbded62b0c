/** Speeds of the menu. The preferences take any from 0.5 to 3. */
export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

export const faster = (speed: number): number => speeds.find((one) => one > speed + 0.001) ?? 3;
export const slower = (speed: number): number => speeds.findLast((one) => one < speed - 0.001) ?? 0.5;
