// What is said of the causes of an event, in the words of the registry (sim/causes.py).
import type { Catalogue, Lang } from "./types";

function written(amount: number, lang: Lang, places: number): string {
  const text = Math.abs(amount) < 10 ? amount.toFixed(places) : amount.toFixed(0);
  const plain = Number(text) === 0 ? text.replace("-", "") : text;
  return lang === "nl" ? plain.replace(".", ",") : plain;
}

export function clause(known: Catalogue, kind: string, cause: string, amount: number, lang: Lang): string {
  const words = known.clauses[`${kind} ${cause}`] ?? known.clauses[cause];
  const says = words?.says.find((one) => one.upto === null || amount <= one.upto) ?? words?.says.at(-1);
  if (!words || !says) return cause.replaceAll("_", " ");
  const text = says[lang];
  if (text.includes("{amount}")) return text.replace("{amount}", written(amount, lang, words.places));
  return words.coded ? text : `${text} (${written(amount, lang, words.places)})`;
}
