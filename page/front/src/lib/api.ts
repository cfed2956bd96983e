import type { Assumed, Catalogue, Compared, Saved, Scenario, Story, Why } from "./types";

declare global {
  interface Window {
    bodemSaved?: Saved;
  }
}

export const saved: Saved | undefined = window.bodemSaved;

async function answered<T>(response: Response): Promise<T> {
  const body = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(body.error ?? `${response.status}`);
  return body;
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
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
): Promise<Assumed> => post("/api/assumptions", { scenario, count, inner, first, last });
export const fetchWhy = (scenario: Scenario, measure: string, worlds: number, until: number): Promise<Why> =>
  post("/api/why", { scenario, measure, worlds, until });
export const fetchStory = (scenario: Scenario, world: number, pair: number | null): Promise<Story> =>
  post("/api/story", { scenario, world, pair });
