// What the server tells of a sweep; the names are those of page/sweeps.py.
import type { Both } from "./types";

export type Cell = string | number | null;

export interface SweepName {
  name: string;
  kind: string | null;
  made: string;
  command: string[];
}

export interface SweepAbout {
  name: string;
  kind: string | null;
  command: string[];
  planned: number;
  done: number;
  points: number;
  seeds: number;
  measures: string[];
  factors: { name: string; low: number | null; high: number | null; values: string[] }[];
}

export interface SweepTable {
  measure: string;
  columns: string[];
  of: number;
  left: number;
  from: number;
  rows: Cell[][];
  dots: Cell[][];
}

export interface SweepPart {
  kind: string;
  columns: string[];
  rows: Cell[][];
}

export interface SweepBoxes {
  points: number;
  cases: number;
  factors: number;
  of: number;
  columns: string[];
  rows: Cell[][];
  tree: string;
}

export interface Judged {
  seeds: number;
  parameter_worlds: number;
  patterns: number;
  holds: number;
  partly: number;
  fails: number;
  verdicts: (Both & {
    pattern: string;
    section: string;
    verdict: "holds" | "partly" | "fails";
    needs: string[] | null;
    carried_by: string[] | null;
    claims: (Both & { verdict: string; effect: number | null; ci: [number | null, number | null]; share: number | null })[];
  })[];
}

export interface Filter {
  column: string;
  how: "is" | "least" | "most";
  value: string | number;
}
