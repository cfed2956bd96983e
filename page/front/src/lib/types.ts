// What the server tells and takes; the names are those of page/*.py.

export type Lang = "nl" | "en";
export type Side = "a" | "b";
export type Both = Record<Lang, string>;

export interface LeverSetting {
  intensity: number;
  start?: number;
  end?: number;
  target?: string[];
}

export interface SideSetting {
  strategy: string;
  levers: Record<string, LeverSetting>;
}

export interface Scenario {
  district: string;
  seed: number;
  weeks: number;
  equal_budget: boolean;
  parameters: Record<string, number>;
  // Older links lack it.
  rivals?: Record<string, string>;
  a: SideSetting;
  b: SideSetting;
}

interface Told {
  name: string;
  section: string;
  label: Both;
  description: Both;
  note: Both;
}

export interface District extends Told {
  budget: number;
  parents: number;
  workers: number;
  self_organisations: number;
  professionals: number;
  institutions: number;
}

export interface Strategy extends Told {
  policies: Record<string, number>;
}

export interface Lever extends Told {
  tag: string;
  per: string;
  euros: number;
  hours: number;
  ranges: Record<string, [number, number]>;
  target: string[];
  effects: [string, number, string][];
  touches: string[];
}

export interface Parameter extends Both {
  name: string;
  group: string;
  rules: string[];
  default: number;
  low: number;
  high: number;
  unit: Both;
  evidence: string;
  source: Both;
}

export interface Rule extends Both {
  key: string;
  family: string;
  section: string;
  evidence: string;
  without: string;
}

export interface RivalOption extends Both {
  name: string;
  section: Both;
  evidence: string;
}

export interface Rival extends Both {
  name: string;
  rule: string;
  options: RivalOption[];
}

export interface Happening {
  name: string;
  kind: string;
  date: string;
  until: string;
  every: number;
  organisation: string;
  institution: string;
  role: string;
  channel: string;
  policy: string;
}

export interface CaseAbout {
  name: string;
  section: string;
  label: Both;
  description: Both;
  district: string;
  strategy: string;
  weeks: number;
  first_day: string;
  events: Happening[];
  followed: { worker: number; professional: number };
  observations: { look: string; section: string; text: Both }[];
  counterfactuals: { name: string; section: string; text: Both; overrides: string[]; expects: Record<string, string> }[];
}

export interface Measure extends Both {
  unit: string;
  summary: "last_year" | "total" | "end";
  group: string;
  how: string;
}

export interface EventKind extends Both {
  name: string;
  who: string;
  whom: string;
}

export interface Catalogue {
  version: { package: string; model: string };
  districts: District[];
  strategies: Strategy[];
  levers: Lever[];
  targets: string[];
  parameters: Parameter[];
  policies: Record<string, Both & { unit: string }>;
  rules: Rule[];
  measures: Record<string, Measure>;
  readable: string[];
  charts: Record<string, string[]>;
  quarter: number;
  events: EventKind[];
  causes: string[];
  clauses: Record<string, { coded: boolean; places: number; says: (Both & { upto: number | null })[] }>;
  not_asked_if_ordered: string[];
  stocks: string[];
  evidence: Record<string, number>;
  guesses: number;
  rivals: Rival[];
  cases: CaseAbout[];
  sweeps: boolean;
}

export interface Seen {
  base: number | null;
  variant: number | null;
  diff: number | null;
  ci: [number | null, number | null];
  verdict: "yes" | "no" | "unclear" | null;
}

export interface CaseFound {
  case: string;
  worlds: number;
  weeks: number;
  looks: Record<string, { mean: number | null; low: number | null; high: number | null }>;
  observations: { look: string; section: string; text: Both; share: number | null }[];
  counterfactuals: Record<string, { text: Both; section: string; expects: Record<string, string>; looks: Record<string, Seen> }>;
  words: Record<string, Both>;
  command: string;
}

export interface Spread {
  min: number | null;
  mean: number | null;
  max: number | null;
}

export interface Entry {
  name: string;
  direction: Guess["direction"];
  worlds: number;
  strategy: string;
  levers: Record<string, number>;
  side: SideSetting;
}

export interface Round {
  number: number;
  measure: string;
  scenario: Scenario;
  opened: string;
  closed: string;
  open: boolean;
  count: number;
  names: string[];
  notes: Notes;
  noted: string;
  entries?: Entry[];
  gathered?: {
    count: number;
    directions: Record<Guess["direction"], number>;
    worlds: Spread;
    strategies: Record<string, number>;
    levers: Record<string, Spread & { on: number }>;
  };
}

export interface Room {
  version: number;
  shared: boolean;
  leads: boolean;
  code: string | null;
  address: string | null;
  mine: Entry | null;
  rounds: Round[];
}

export interface Contrast {
  base: number | null;
  variant: number | null;
  diff: number | null;
  ci: [number | null, number | null];
  share_higher: number | null;
  share_lower: number | null;
  worlds: number;
}

export type Fan = (number | null)[][];
export type Who = "a" | "b" | "base";

export interface Compared {
  worlds: number;
  contrasts: Record<"ab" | "a" | "b", Record<string, Contrast>>;
  fans: Record<Who, Record<string, Fan>>;
  weeks: number[];
  command: string;
}

export interface Assumption {
  positive: number | null;
  negative: number | null;
  worlds: number;
  spread: [number | null, number | null];
}

export interface Assumed {
  done: number;
  of: number;
  inner: number;
  measures: Record<string, Assumption>;
  command: string;
}

export interface Actor {
  group: number;
  role: string;
  number: number;
  x: number;
  y: number;
}

export interface Group {
  name: string;
  kind: string;
  top: number;
  bottom: number;
}

export interface Layout {
  institutions: Group[];
  self_organisations: Group[];
  professionals: Actor[];
  workers: Actor[];
  parents: number;
}

export interface SideStory {
  frames: number;
  trust_worker: string;
  trust_professional: string;
  apart: string;
  known: string;
  joint: string;
  energy: string;
  courage: string;
  question: string;
  helped: string;
  crisis: string;
  cases: string;
  events: number[][];
  terms: number[][];
}

export interface Story {
  world: number;
  seed: number;
  every: number;
  layout: Layout;
  sides: Record<Side, SideStory>;
}

export interface WhyPart {
  rule: string;
  part: number;
  ci: [number | null, number | null];
  share: number | null;
  clear: boolean;
  without: number;
}

export interface Why {
  measure: string;
  worlds: number;
  done: number;
  of: number;
  diff: number | null;
  ci: [number | null, number | null];
  parts: WhyPart[];
  still: number;
  left: number;
  chain: string[];
  linked: boolean[];
  command: string;
}

export interface Guess {
  name: string;
  direction: "higher" | "same" | "lower";
  worlds: number;
}

export interface Notes {
  question: string;
  decision: string;
  reasons: string;
}

export interface Saved {
  catalogue: Catalogue;
  scenario: Scenario;
  compared: Compared;
  assumed: Assumed | null;
  story: Story | null;
  why: Why | null;
  guesses: Guess[];
  notes: Notes;
  room: Room | null;
  outcome: string;
  lang: Lang;
}
