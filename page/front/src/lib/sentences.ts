// Sentences of the page, made from numbers and codes, so that another language needs no new run.
import { placesOf, shown } from "./numbers";
import type { Assumed, Catalogue, Contrast, Lang, Layout, Scenario, Side, Strategy } from "./types";
import { clause } from "./causes";
import type { Word } from "./words";

type Tell = (word: Word, given?: Record<string, string | number>) => string;

export function strategyLabel(known: Catalogue, scenario: Scenario, side: Side, lang: Lang): string {
  const found = known.strategies.find((one: Strategy) => one.name === scenario[side].strategy);
  return found?.label[lang] ?? scenario[side].strategy;
}

export function leverLabel(known: Catalogue, name: string, lang: Lang): string {
  return known.levers.find((one) => one.name === name)?.label[lang] ?? name;
}

export function measureLabel(known: Catalogue, name: string, lang: Lang): string {
  return (known.measures[name]?.[lang] ?? name).replace(/\.$/, "");
}

export interface Counts {
  higher: number;
  lower: number;
  same: number;
  worlds: number;
}

export function counts(one: Contrast): Counts {
  const higher = Math.round((one.share_higher ?? 0) * one.worlds);
  const lower = Math.round((one.share_lower ?? 0) * one.worlds);
  return { higher, lower, same: one.worlds - higher - lower, worlds: one.worlds };
}

export function headline(t: Tell, one: Contrast, measure: string, a: string, b: string): string {
  const found = counts(one);
  if (one.worlds === 0) return t("sentenceNone", { measure });
  if (found.same === found.worlds) return t("sentenceSame", { worlds: found.worlds, measure, a, b });
  const word = found.lower > found.higher ? "sentenceLower" : "sentenceHigher";
  return t(word, { ...found, measure, a, b });
}

export function averages(t: Tell, one: Contrast, lang: Lang): string {
  const places = placesOf(one);
  const [low, high] = one.ci;
  const given = {
    base: shown(one.base, places, lang),
    variant: shown(one.variant, places, lang),
    diff: shown(one.diff, places, lang),
    low: shown(low, places, lang),
    high: shown(high, places, lang),
  };
  return t(low === null ? "onAverageBare" : "onAverage", given);
}

export function chanceVerdict(one: Contrast): Word {
  const [low, high] = one.ci;
  return low !== null && high !== null && (low > 0 || high < 0) ? "chanceClear" : "chanceUnclear";
}

// The limits are those of the pattern verdicts: 80 % holds, 50 % partly.
export function assumptionVerdict(one: Contrast, assumed: Assumed | null, name: string): Word {
  const found = assumed?.measures[name];
  if (!assumed || !found || found.worlds === 0) return "assumptionWaiting";
  if (!one.diff) return "assumptionNothing";
  const right = (one.diff > 0 ? found.positive : found.negative) ?? 0;
  const share = right / found.worlds;
  return share >= 0.8 ? "assumptionHolds" : share >= 0.5 ? "assumptionPartly" : "assumptionTurns";
}

export function person(t: Tell, layout: Layout, kind: string, index: number): string {
  if (index < 0) return "";
  if (kind === "parent") return `${t("family")} ${index + 1}`;
  if (kind === "self_organisation") return layout.self_organisations[index]?.name ?? "";
  if (kind === "institution") return layout.institutions[index]?.name ?? "";
  const actors = kind === "worker" ? layout.workers : layout.professionals;
  const groups = kind === "worker" ? layout.self_organisations : layout.institutions;
  const actor = actors[index];
  if (!actor) return "";
  const role = actor.role === "worker" ? t("worker").toLowerCase() : t(actor.role as Word);
  return `${groups[actor.group]?.name ?? ""}, ${role} ${actor.number}`;
}

export function eventSentence(t: Tell, known: Catalogue, layout: Layout, event: number[], lang: Lang): string {
  const kind = known.events[event[1] ?? -1];
  if (!kind) return "";
  const who = person(t, layout, kind.who, event[3] ?? -1);
  const whom = person(t, layout, kind.whom, event[4] ?? -1);
  const text = kind[lang].replace("{who}", who).replace("{whom}", whom);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// What an event came from, in words; what was ordered was not asked for its other causes.
export function causes(known: Catalogue, event: number[], lang: Lang): string {
  const kind = known.events[event[1] ?? -1]?.name ?? "";
  const found: [string, number][] = [];
  for (let place = 5; place + 1 < event.length; place += 2) {
    const name = known.causes[event[place] ?? 0];
    if (name) found.push([name, event[place + 1] ?? 0]);
  }
  const ordered = found.some(([name, amount]) => name === "ordered" && amount === 1);
  return found
    .filter(([name]) => !ordered || !known.not_asked_if_ordered.includes(name))
    .map(([name, amount]) => clause(known, kind, name, amount, lang))
    .join("; ");
}

export function weekName(t: Tell, week: number, word: Word = "yearWeek"): string {
  return t(word, { year: Math.floor(week / 52) + 1, week: (week % 52) + 1 });
}
