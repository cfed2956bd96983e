// The sweep that is looked at. One question at a time; the answer to an older wish is dropped.
import { askSweep } from "./api";
import type { Filter, Judged, SweepAbout, SweepBoxes, SweepName, SweepPart, SweepTable } from "./sweeptypes";

class Sweepbook {
  list = $state.raw<SweepName[] | null>(null);
  about = $state.raw<SweepAbout | null>(null);
  table = $state.raw<SweepTable | null>(null);
  matters = $state.raw<SweepPart | null>(null);
  boxes = $state.raw<SweepBoxes | null>(null);
  judgedIn = $state.raw<string[]>([]);
  judged = $state.raw<Judged | null>(null);
  measure = $state("");
  filters = $state<Filter[]>([]);
  sort = $state("");
  down = $state(false);
  busy = $state(false);
  error = $state("");
  private wish = 0;

  get measures(): string[] {
    return this.about?.measures ?? [];
  }

  private async ask<T>(wish: Record<string, unknown>, take: (told: T) => void): Promise<void> {
    const mine = ++this.wish;
    this.busy = true;
    try {
      const told = await askSweep<T>(wish);
      if (mine === this.wish) {
        take(told);
        this.error = "";
      }
    } catch (problem) {
      if (mine === this.wish) this.error = problem instanceof Error ? problem.message : String(problem);
    }
    if (mine === this.wish) this.busy = false;
  }

  look = (): Promise<void> =>
    this.ask<{ sweeps: SweepName[]; patterns: string[] }>({}, (told) => {
      this.list = told.sweeps;
      this.judgedIn = told.patterns;
    });

  judge = (name: string): Promise<void> =>
    this.ask<Judged>({ sweep: name, part: "patterns" }, (told) => (this.judged = told));

  async open(name: string, first: string): Promise<void> {
    this.about = this.table = this.matters = this.boxes = null;
    this.filters = [];
    this.sort = "";
    await this.ask<SweepAbout>({ sweep: name, part: "about" }, (told) => (this.about = told));
    const measures = this.measures;
    if (measures.length === 0) return;
    if (!measures.includes(this.measure)) this.measure = measures.includes(first) ? first : (measures[0] ?? "");
    await this.rows();
  }

  close(): void {
    this.judged = null;
    this.about = this.table = this.matters = this.boxes = null;
    void this.look();
  }

  // Another measure or filter: what stood there answered another question.
  async rows(): Promise<void> {
    this.matters = this.boxes = null;
    await this.more();
  }

  async more(from = 0): Promise<void> {
    const wish = { ...this.base("table"), filters: $state.snapshot(this.filters), sort: this.sort, down: this.down, from };
    await this.ask<SweepTable>(wish, (told) => (this.table = told));
  }

  weigh = (): Promise<void> => this.ask<SweepPart>(this.base("sensitivity"), (told) => (this.matters = told));

  discover = (how: "above" | "below", bound: number): Promise<void> =>
    this.ask<SweepBoxes>({ ...this.base("discovery"), [how]: bound }, (told) => (this.boxes = told));

  private base(part: string): Record<string, unknown> {
    return { sweep: this.about?.name ?? "", part, measure: this.measure };
  }
}

export const sweepbook = new Sweepbook();
