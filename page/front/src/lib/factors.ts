// What a column of a design is called: a parameter, a lever, a rival choice or a part of the set-up.
import { familyIn } from "./families";
import { leverLabel } from "./sentences";
import type { Catalogue, Lang } from "./types";

const plain: Record<string, { nl: string; en: string }> = {
  strategy: { nl: "Strategie", en: "Strategy" },
  district: { nl: "Stadsdeel", en: "District" },
  weeks: { nl: "Weken", en: "Weeks" },
  equal_budget: { nl: "Gelijk budget", en: "Equal budget" },
  none: { nl: "geen", en: "none" },
};

export function factorIn(known: Catalogue, name: string, lang: Lang): string {
  const [group, key, field] = name.split(".");
  if (plain[name]) return plain[name][lang];
  if (group === "parameters") return known.parameters.find((one) => one.name === key)?.[lang].replace(/\.$/, "") ?? name;
  if (group === "rivals") return known.rivals.find((one) => one.name === key)?.[lang].replace(/\.$/, "") ?? name;
  if (group === "rules") return known.rules.find((one) => one.key === key)?.[lang].replace(/\.$/, "") ?? name;
  if (group === "strategy") return (field && known.policies[field]?.[lang].replace(/\.$/, "")) || name;
  if (group === "levers") {
    const lever = leverLabel(known, key ?? "", lang);
    return field === "intensity" || !field ? lever : `${lever} (${field})`;
  }
  return familyIn(name, lang);
}
