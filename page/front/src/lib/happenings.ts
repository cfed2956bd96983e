// What came from outside in a case, by kind (sim/scenario.py), as a phrase with the people meant behind it.
import type { Happening, Lang } from "./types";

const kinds: Record<string, { nl: string; en: string }> = {
  leaves: { nl: "Iemand vertrekt", en: "Someone leaves" },
  funded: { nl: "Een fonds betaalt activiteiten", en: "A fund pays for activities" },
  guided: { nl: "Begeleide gesprekken", en: "Guided sessions" },
  meets: { nl: "Ontmoetingen", en: "Meetings" },
  begins: { nl: "Een samenwerking wordt opgezet", en: "A collaboration is set up" },
  promise_broken: { nl: "Wat gevraagd was, gaat niet door", en: "What was asked for is dropped" },
  asks: { nl: "De vraag om gezinnen te sturen", en: "A request to send families" },
  bad_story: { nl: "Slechte verhalen gaan rond", en: "Bad stories go round" },
  gathering: { nl: "Een bijeenkomst voor iedereen", en: "A gathering for everyone" },
  changes: { nl: "Er verandert iets bij een organisatie", en: "Something changes at an organisation" },
  policy: { nl: "De gemeente verandert van koers", en: "The municipality changes course" },
};
const channels: Record<string, { nl: string; en: string }> = {
  paper: { nl: "op papier", en: "on paper" },
  phone: { nl: "per telefoon", en: "by phone" },
  visit: { nl: "op bezoek", en: "by visit" },
};

export function happening(one: Happening, lang: Lang, policy: string): string {
  const what = kinds[one.kind]?.[lang] ?? one.kind;
  const how = one.kind === "meets" ? ` ${channels[one.channel]?.[lang] ?? ""}` : "";
  const often = one.every > 1 ? (lang === "nl" ? `, elke ${one.every} weken` : `, every ${one.every} weeks`) : "";
  const who = [one.organisation, one.institution].filter(Boolean).join(lang === "nl" ? " en " : " and ");
  const which = one.kind === "policy" && policy ? `: ${policy}` : "";
  return `${what}${how}${often}${which}${who ? ` (${who})` : ""}`;
}

export function day(date: string, lang: Lang): string {
  const [year, month, number] = date.split("-").map(Number);
  const when = new Date(Date.UTC(year ?? 2000, (month ?? 1) - 1, number ?? 1));
  const format: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  return when.toLocaleDateString(lang === "nl" ? "nl-NL" : "en-GB", format);
}
