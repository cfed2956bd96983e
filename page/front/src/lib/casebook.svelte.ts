// The case that is looked at: its worlds in growing batches, and one world beside one counterfactual.
import { fetchCase, fetchCaseStory } from "./api";
import { page } from "./state.svelte";
import type { CaseFound, Story } from "./types";

const BATCHES = [10, 20, 50, 100];

class Casebook {
  name = $state("");
  whatIf = $state("");
  found = $state.raw<CaseFound | null>(null);
  story = $state.raw<Story | null>(null);
  world = $state(0);
  pair = $state<number | null>(null);
  private busy = false;
  private storyKey = "";

  open(name: string): void {
    if (name === this.name) return;
    this.name = name;
    this.found = null;
    this.story = null;
    const about = page.catalogue?.cases.find((one) => one.name === name);
    this.whatIf = about?.counterfactuals[0]?.name ?? "";
    page.caseWeeks = about?.weeks ?? 0;
    page.week = page.caseWeeks - 1;
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.busy || page.fromFile) return;
    this.busy = true;
    let wish = "";
    while (wish !== this.name) {
      wish = this.name;
      try {
        for (const worlds of BATCHES) {
          const told = await fetchCase(wish, worlds);
          if (wish !== this.name) break;
          this.found = told;
          page.error = "";
        }
      } catch (problem) {
        page.fail(problem);
      }
    }
    this.busy = false;
  }

  async tell(): Promise<void> {
    if (page.fromFile || !this.name || !this.whatIf) return;
    const key = JSON.stringify([this.name, this.whatIf, this.world, this.pair]);
    if (key === this.storyKey) return;
    this.storyKey = key;
    try {
      const told = await fetchCaseStory(this.name, this.whatIf, this.world, this.pair);
      if (key === this.storyKey) this.story = told;
    } catch (problem) {
      this.storyKey = "";
      page.fail(problem);
    }
  }
}

export const casebook = new Casebook();
