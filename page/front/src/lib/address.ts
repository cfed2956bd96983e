// The address holds the whole scenario, the seed, and the version of the model that it was made with.
import type { Lang, Scenario } from "./types";

export interface Address {
  scenario?: Scenario;
  outcome?: string;
  model?: string;
  lang?: Lang;
}

export function written(address: Address): string {
  const text = new TextEncoder().encode(JSON.stringify(address));
  const letters = btoa(Array.from(text, (one) => String.fromCharCode(one)).join(""));
  return `#s=${letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

// null: the address holds something that cannot be read.
export function read(hash: string): Address | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const wish = fields.get("lang");
  const lang = wish === "nl" || wish === "en" ? wish : undefined;
  const letters = fields.get("s");
  if (letters === null) return hash.length > 1 && !lang ? null : { lang };
  try {
    const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    const address = JSON.parse(new TextDecoder().decode(bytes)) as Address;
    return typeof address === "object" && address !== null && usable(address.scenario) ? { ...address, lang } : null;
  } catch {
    return null;
  }
}

function usable(scenario: unknown): boolean {
  if (typeof scenario !== "object" || scenario === null) return false;
  const fields = scenario as Record<string, unknown>;
  const sides = ["a", "b"].every((side) => {
    const one = fields[side] as Record<string, unknown> | undefined;
    return typeof one?.strategy === "string" && typeof one.levers === "object" && one.levers !== null;
  });
  const numbers = ["seed", "weeks"].every((name) => Number.isInteger(fields[name]));
  return sides && numbers && typeof fields.district === "string" && typeof fields.parameters === "object";
}
