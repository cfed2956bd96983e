import type { Guess } from "./types";

// What can be predicted of B against A, and its word.
export const DIRECTIONS: [Guess["direction"], "guessHigher" | "guessSame" | "guessLower"][] = [
  ["higher", "guessHigher"],
  ["same", "guessSame"],
  ["lower", "guessLower"],
];

// Lowest, mean and highest of what was predicted; null while there is nothing.
export function foretold(guesses: Guess[]): { count: number; min: number; mean: number; max: number } | null {
  if (guesses.length === 0) return null;
  const worlds = guesses.map((one) => one.worlds);
  const mean = worlds.reduce((sum, one) => sum + one, 0) / worlds.length;
  return { count: worlds.length, min: Math.min(...worlds), mean: Math.round(mean), max: Math.max(...worlds) };
}
