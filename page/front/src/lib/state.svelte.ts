// The page's state, and the loop that asks the server: one request in flight and the latest wish.
import { fetchAssumed, fetchCatalogue, fetchStory, fetchWhy, fetchWorlds, saved, Waiting } from "./api";
import { read, written } from "./address";
import type {
  Assumed,
  Catalogue,
  Compared,
  Guess,
  Lang,
  LeverSetting,
  Notes,
  Scenario,
  Side,
  Story,
  Why,
} from "./types";
import { words, type Word } from "./words";

export type View = "compare" | "network" | "why" | "believe" | "cases" | "group" | "sweeps" | "learn" | "keep";
const BATCHES = [10, 20, 50, 100];
export const ASSUMPTIONS = 32;
const INNER = 10;
const SLICE = 2;
const TOGETHER = 900;
const WHY_WORLDS = 20;
const WHY_RULES = 4;

function start(): Scenario {
  return {
    district: "nieuw_west",
    seed: 0,
    weeks: 260,
    equal_budget: true,
    parameters: {},
    rivals: {},
    a: { strategy: "programmatic", levers: {} },
    b: { strategy: "explorative", levers: {} },
  };
}

class Page {
  lang = $state<Lang>("nl");
  view = $state<View>("compare");
  catalogue = $state.raw<Catalogue | null>(null);
  scenario = $state.raw<Scenario>(start());
  compared = $state.raw<Compared | null>(null);
  // The scenario that `compared` answers; another one is being worked on while they differ.
  answered = $state.raw<Scenario | null>(null);
  previous = $state.raw<Compared | null>(null);
  assumed = $state.raw<Assumed | null>(null);
  story = $state.raw<Story | null>(null);
  why = $state.raw<Why | null>(null);
  seeking = $state(false);
  outcome = $state("collaborations_alive");
  week = $state(259);
  playing = $state(false);
  // Between two weeks, while the film plays: the drawing moves on with every frame.
  moment = $state(0);
  busy = $state(false);
  error = $state("");
  notice = $state<Word | "">("");
  oldModel = $state("");
  world = $state(0);
  pair = $state<number | null>(null);
  predicting = $state(false);
  // While a round of the group is open, nothing that tells the result is asked for.
  waiting = $state(false);
  // A case has a clock of its own length.
  caseWeeks = $state(0);
  guesses = $state<Guess[]>([]);
  notes = $state<Notes>({ question: "", decision: "", reasons: "" });
  past = $state.raw<Scenario[]>([]);
  future = $state.raw<Scenario[]>([]);
  readonly fromFile = saved !== undefined;
  private lastKind = "";
  private lastTime = 0;
  private storyKey = "";

  fail(problem: unknown): void {
    if (problem instanceof Waiting) this.waiting = true;
    else this.error = problem instanceof Error ? problem.message : String(problem);
  }

  t(word: Word, given: Record<string, string | number> = {}): string {
    return words[this.lang][word].replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ""));
  }

  async open(): Promise<void> {
    const kept = localStorageLang();
    if (kept) this.lang = kept;
    if (saved) {
      this.catalogue = saved.catalogue;
      this.scenario = saved.scenario;
      this.compared = saved.compared;
      this.answered = saved.scenario;
      this.assumed = saved.assumed;
      this.story = saved.story;
      this.world = saved.story?.world ?? 0;
      this.why = saved.why;
      this.guesses = saved.guesses;
      this.notes = saved.notes;
      this.outcome = saved.outcome;
      this.lang = saved.lang;
      this.week = saved.scenario.weeks - 1;
      return;
    }
    try {
      this.catalogue = await fetchCatalogue();
    } catch {
      this.notice = "noServer";
      return;
    }
    this.readAddress(this.catalogue);
    if (!this.waiting) void this.run();
  }

  private readAddress(known: Catalogue): void {
    const address = read(location.hash);
    if (address === null) {
      this.notice = "badAddress";
      return;
    }
    if (address.lang) this.speak(address.lang);
    if (!address.scenario) return;
    this.scenario = address.scenario;
    this.week = address.scenario.weeks - 1;
    if (address.outcome && known.measures[address.outcome]) this.outcome = address.outcome;
    if (address.model !== known.version.model) {
      this.oldModel = address.model ?? "?";
      this.notice = "otherModel";
    }
  }

  speak(lang: Lang): void {
    this.lang = lang;
    try {
      localStorage.setItem("bodem-lang", lang);
    } catch {
      // A browser may forbid storage; the choice then lasts as long as the page.
    }
  }

  address(): string {
    return written({
      scenario: this.scenario,
      outcome: this.outcome,
      model: this.catalogue?.version.model,
    });
  }

  // `kind` names what is moved: a slider dragged along makes one step to undo, not fifty.
  change(kind: string, next: (now: Scenario) => Scenario): void {
    if (this.fromFile) return;
    const now = performance.now();
    if (kind !== this.lastKind || now - this.lastTime > TOGETHER) {
      this.past = [...this.past.slice(-99), this.scenario];
    }
    this.lastKind = kind;
    this.lastTime = now;
    this.future = [];
    this.take(next(this.scenario));
  }

  undo(): void {
    const last = this.past.at(-1);
    if (!last) return;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, this.scenario];
    this.lastKind = "";
    this.take(last);
  }

  redo(): void {
    const next = this.future.at(-1);
    if (!next) return;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, this.scenario];
    this.lastKind = "";
    this.take(next);
  }

  private take(scenario: Scenario): void {
    const atEnd = this.week >= this.scenario.weeks - 1;
    this.scenario = scenario;
    this.why = null;
    if (atEnd || this.week >= scenario.weeks) this.week = scenario.weeks - 1;
    this.notice = "";
    history.replaceState(null, "", this.address());
    void this.run();
  }

  setLever(side: Side, name: string, setting: LeverSetting | null, what: string): void {
    this.change(`${side} ${name} ${what}`, (now) => {
      const levers = { ...now[side].levers };
      if (setting === null) delete levers[name];
      else levers[name] = setting;
      return { ...now, [side]: { ...now[side], levers } };
    });
  }

  setParameter(name: string, value: number | null): void {
    this.change(`parameter ${name}`, (now) => {
      const parameters = { ...now.parameters };
      if (value === null) delete parameters[name];
      else parameters[name] = value;
      return { ...now, parameters };
    });
  }

  setRival(name: string, option: string | null): void {
    this.change(`rival ${name}`, (now) => {
      const rivals = { ...now.rivals };
      if (option === null) delete rivals[name];
      else rivals[name] = option;
      return { ...now, rivals };
    });
  }

  get lastWeek(): number {
    return (this.view === "cases" && this.caseWeeks ? this.caseWeeks : this.scenario.weeks) - 1;
  }

  // What was moved, among the assumptions.
  get moved(): number {
    return Object.keys(this.scenario.parameters).length + Object.keys(this.scenario.rivals ?? {}).length;
  }

  // The group closes its round, or opens one: look again, or look away.
  wait(hidden: boolean): void {
    if (this.waiting === hidden) return;
    this.waiting = hidden;
    if (!hidden) void this.run();
  }

  startAgain(): void {
    this.change("start", () => start());
  }

  private async run(): Promise<void> {
    // Nobody waits for spare work: what was moved is asked at once.
    if (this.busy && this.asked !== this.scenario) this.spare.abort();
    if (this.busy || this.fromFile || this.waiting) return;
    this.busy = true;
    for (;;) {
      const wish = (this.asked = this.scenario);
      const done = await this.answer(wish);
      if (done || wish === this.scenario) break;
    }
    this.busy = false;
  }

  private spare = new AbortController();
  private asked: Scenario | null = null;

  // True when `wish` was answered wholly and is still the latest.
  private async answer(wish: Scenario): Promise<boolean> {
    try {
      const before = this.compared;
      for (const [number, worlds] of BATCHES.entries()) {
        const told = await fetchWorlds(wish, worlds);
        if (wish !== this.scenario) return false;
        if (number === 0) {
          this.previous = before;
          this.assumed = null;
        }
        this.compared = told;
        this.answered = wish;
        this.error = "";
      }
      if (this.view === "network") await this.tell();
      this.spare = new AbortController();
      for (let first = 0; first < ASSUMPTIONS; first += SLICE) {
        if (wish !== this.scenario) return false;
        const told = await fetchAssumed(wish, ASSUMPTIONS, INNER, first, first + SLICE, this.spare.signal);
        if (wish !== this.scenario) return false;
        this.assumed = told;
        if (this.view === "network") await this.tell();
      }
      return wish === this.scenario;
    } catch (problem) {
      if (wish === this.scenario) this.fail(problem);
      return wish === this.scenario;
    }
  }

  // Take out a few rules more at a time, until all were tried or something else is asked.
  async seekWhy(): Promise<void> {
    if (this.seeking || this.fromFile) return;
    this.seeking = true;
    const [wish, measure] = [this.scenario, this.outcome];
    try {
      let [until, of] = [WHY_RULES, 1];
      while (until - WHY_RULES < of && wish === this.scenario && measure === this.outcome) {
        const told = await fetchWhy(wish, measure, WHY_WORLDS, until);
        if (wish === this.scenario) this.why = told;
        of = told.of;
        until += WHY_RULES;
      }
    } catch (problem) {
      this.fail(problem);
    }
    this.seeking = false;
  }

  // Fetch the story of the world that is looked at, when it is not the one at hand.
  async tell(): Promise<void> {
    if (this.fromFile) return;
    const key = JSON.stringify([this.scenario, this.world, this.pair]);
    if (key === this.storyKey) return;
    this.storyKey = key;
    try {
      const told = await fetchStory(this.scenario, this.world, this.pair);
      if (key === this.storyKey) this.story = told;
    } catch (problem) {
      this.storyKey = "";
      this.fail(problem);
    }
  }
}

function localStorageLang(): Lang | null {
  try {
    const kept = localStorage.getItem("bodem-lang");
    return kept === "nl" || kept === "en" ? kept : null;
  } catch {
    return null;
  }
}

export const page = new Page();
