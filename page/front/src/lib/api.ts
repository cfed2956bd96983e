import type {
  Assumed,
  CaseFound,
  Catalogue,
  Compared,
  Guess,
  Notes,
  Room,
  Saved,
  Scenario,
  SideSetting,
  Story,
  Why,
} from "./types";

declare global {
  interface Window {
    bodemSaved?: Saved;
  }
}

export const saved: Saved | undefined = window.bodemSaved;

// The round of a group is open: there is nothing to tell yet.
export class Waiting extends Error {}

async function answered<T>(response: Response): Promise<T> {
  const body = (await response.json()) as T & { error?: string; waiting?: boolean };
  if (!response.ok) throw new Error(body.error ?? `${response.status}`);
  if (body.waiting) throw new Waiting();
  return body;
}

async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  return answered<T>(response);
}

export const fetchCatalogue = async (): Promise<Catalogue> => answered(await fetch("/api/catalogue"));
export const fetchWorlds = (scenario: Scenario, worlds: number): Promise<Compared> =>
  post("/api/worlds", { scenario, worlds });
export const fetchAssumed = (
  scenario: Scenario,
  count: number,
  inner: number,
  first: number,
  last: number,
  signal: AbortSignal,
): Promise<Assumed> => post("/api/assumptions", { scenario, count, inner, first, last }, signal);
export const fetchWhy = (scenario: Scenario, measure: string, worlds: number, until: number): Promise<Why> =>
  post("/api/why", { scenario, measure, worlds, until });
export const fetchStory = (scenario: Scenario, world: number, pair: number | null): Promise<Story> =>
  post("/api/story", { scenario, world, pair });
export const fetchCase = (name: string, worlds: number): Promise<CaseFound> =>
  post("/api/case", { case: name, worlds });
export const fetchCaseStory = (name: string, what_if: string, world: number, pair: number | null): Promise<Story> =>
  post("/api/case_story", { case: name, what_if, world, pair });
export const askSweep = <T>(wish: Record<string, unknown>): Promise<T> => post("/api/sweep", wish);
// Nothing when the room is as it was.
export const fetchRoom = async (since: number): Promise<Partial<Room>> => answered(await fetch(`/api/group?since=${since}`));
export const beginRound = (scenario: Scenario, measure: string): Promise<Room> =>
  post("/api/group/begin", { scenario, measure });
export const handIn = (entry: Guess & { side: SideSetting }): Promise<Room> => post("/api/group/entry", entry);
export const showRound = (): Promise<Room> => post("/api/group/show", {});
export const noteDown = (notes: Notes): Promise<Room> => post("/api/group/notes", notes);
