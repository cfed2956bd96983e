// The room of a group: asked for every few seconds, one question at a time.
import { beginRound, fetchRoom, handIn, noteDown, saved, showRound } from "./api";
import { page } from "./state.svelte";
import type { Entry, Guess, Room, Round, SideSetting } from "./types";

const PAUSE = 1500;

class Group {
  room = $state.raw<Room | null>(null);
  private asking = false;
  private followed = 0;

  get round(): Round | null {
    return this.room?.rounds.at(-1) ?? null;
  }

  get open(): boolean {
    return this.round?.open ?? false;
  }

  get shared(): boolean {
    return this.room?.shared ?? false;
  }

  get leads(): boolean {
    return this.room?.leads ?? true;
  }

  // One of the group, while the round is open, sees the question and nothing else.
  get hidden(): boolean {
    return this.open && !this.leads;
  }

  async start(): Promise<void> {
    if (saved) {
      this.room = saved.room;
      return;
    }
    await this.look();
    setInterval(() => void this.look(), PAUSE);
  }

  private async look(): Promise<void> {
    if (this.asking || document.hidden || (this.room && !this.room.shared)) return;
    this.asking = true;
    try {
      const told = await fetchRoom(this.room?.version ?? -1);
      if (told.version !== undefined) this.take(told as Room);
    } catch {
      // A laptop that slept, a network that fell away: the next look may succeed.
    }
    this.asking = false;
  }

  private take(room: Room): void {
    this.room = room;
    const round = this.round;
    if (!round) return;
    if (!room.leads) page.wait(round.open);
    if (round.number !== this.followed) {
      this.followed = round.number;
      if (!room.leads) {
        page.outcome = round.measure;
        page.change("round", () => round.scenario);
        page.view = "group";
      }
    }
    if (round.noted) page.notes = { ...round.notes };
  }

  private async do(act: Promise<Room>): Promise<boolean> {
    try {
      this.take(await act);
      page.error = "";
      return true;
    } catch (problem) {
      page.fail(problem);
      return false;
    }
  }

  begin = (): Promise<boolean> => this.do(beginRound(page.scenario, page.outcome));
  handIn = (guess: Guess, side: SideSetting): Promise<boolean> => this.do(handIn({ ...guess, side }));
  show = (): Promise<boolean> => this.do(showRound());
  note = (): Promise<boolean> => this.do(noteDown($state.snapshot(page.notes)));
}

export const group = new Group();

// A side B with every lever at the mean of what the group chose (off counts as 0), and the strategy most chose.
export function meanSide(round: Round): SideSetting {
  const found = round.gathered;
  const strategies = Object.entries(found?.strategies ?? {}).sort((one, two) => two[1] - one[1]);
  const levers = Object.entries(found?.levers ?? {})
    .map(([name, spread]) => [name, { intensity: Math.round(10 * (spread.mean ?? 0)) / 10 }] as const)
    .filter(([, setting]) => setting.intensity > 0);
  return { strategy: strategies[0]?.[0] ?? round.scenario.b.strategy, levers: Object.fromEntries(levers) };
}

// The record as a table that any spreadsheet opens.
export function asCsv(rounds: Round[]): string {
  const cell = (value: string | number): string => `"${String(value).replaceAll('"', '""').replace(/^[=+@-]/, "'$&")}"`;
  const rows = [["round", "measure", "name", "direction", "worlds", "strategy", "levers", "question", "decision", "reasons"]];
  for (const round of rounds) {
    const notes = [round.notes.question, round.notes.decision, round.notes.reasons];
    const levers = (entry: Entry): string =>
      Object.entries(entry.levers).map(([name, strength]) => `${name}=${strength}`).join(" ");
    for (const entry of round.entries ?? []) {
      const told = [entry.name, entry.direction, String(entry.worlds), entry.strategy, levers(entry)];
      rows.push([String(round.number), round.measure, ...told, ...notes]);
    }
    if (!round.entries?.length) rows.push([String(round.number), round.measure, "", "", "", "", "", ...notes]);
  }
  return rows.map((row) => row.map(cell).join(",")).join("\r\n");
}
