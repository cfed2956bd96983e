// The texts of the page by language.
import { en } from "./en";
import { nl } from "./nl";

export type Word = keyof typeof nl;

export const words: Record<"nl" | "en", Record<Word, string>> = { nl, en };
