// The families of rules (sim/mechanisms) and of what belongs to none, by their name in the registry.
const families: Record<string, { nl: string; en: string }> = {
  acquaintance: { nl: "Elkaar leren kennen", en: "Getting to know each other" },
  approach: { nl: "Toenadering zoeken", en: "Seeking contact" },
  trust: { nl: "Vertrouwen", en: "Trust" },
  urgency: { nl: "Urgentie", en: "Urgency" },
  vision: { nl: "Visie", en: "Vision" },
  collaboration: { nl: "Samenwerken", en: "Working together" },
  lasting: { nl: "Blijven samenwerken", en: "Lasting" },
  family: { nl: "Gezinnen", en: "Families" },
  service: { nl: "Hulp en verwijzen", en: "Help and referral" },
  load: { nl: "Draagkracht", en: "Load" },
  municipality: { nl: "De gemeente", en: "The municipality" },
  start_and_prices: { nl: "Begin, prijzen en tempo", en: "Starts, prices and pace" },
};

export function familyIn(name: string, lang: "nl" | "en"): string {
  return families[name]?.[lang] ?? name.replaceAll("_", " ");
}
