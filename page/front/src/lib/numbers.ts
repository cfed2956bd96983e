// Numbers as people read them: no decimals that the uncertainty does not carry (as in experiments/numbers.py).
import type { Contrast, Lang } from "./types";

const MOST = 4;

export function decimals(uncertainty: number | null, value: number | null): number {
  const [scale, figures] = uncertainty ? [uncertainty, 1] : [value, 3];
  if (!scale || !Number.isFinite(scale)) return 0;
  return Math.min(MOST, Math.max(0, figures - 1 - Math.floor(Math.log10(Math.abs(scale)))));
}

export function shown(value: number | null | undefined, places: number, lang: Lang): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const rounded = Number(value.toFixed(places)) + 0;
  return rounded.toLocaleString(lang === "nl" ? "nl-NL" : "en-GB", {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
}

export function plainly(value: number | null | undefined, lang: Lang): string {
  return shown(value, decimals(null, value ?? null), lang);
}

export function placesOf(one: Contrast): number {
  const [low, high] = one.ci;
  const half = low === null || high === null ? null : (high - low) / 2;
  return decimals(half, one.base || one.variant);
}

export function euros(value: number, lang: Lang): string {
  return `€ ${Math.round(value).toLocaleString(lang === "nl" ? "nl-NL" : "en-GB")}`;
}

// As many decimals as the step between the ticks needs, the same for all.
export function ticked(ticks: number[], value: number, lang: Lang): string {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return shown(value, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), lang);
}
