// One HTML file that opens without a server: the built page with everything it showed put inside.
import { group } from "./group.svelte";
import { page } from "./state.svelte";
import type { Saved } from "./types";

export async function savedFile(): Promise<Blob> {
  await page.tell();
  const [script, style] = await Promise.all(["/page.js", "/page.css"].map(async (path) => (await fetch(path)).text()));
  const told: Saved = {
    catalogue: page.catalogue!,
    scenario: page.scenario,
    compared: page.compared!,
    assumed: page.assumed,
    story: page.story,
    why: page.why,
    guesses: $state.snapshot(page.guesses),
    notes: $state.snapshot(page.notes),
    room: group.room && { ...group.room, code: null, address: null },
    outcome: page.outcome,
    lang: page.lang,
  };
  // No text inside may end the script element early.
  const data = JSON.stringify(told).replaceAll("<", "\\u003c");
  const code = (script ?? "").replaceAll("</script", "<\\/script");
  const html = `<!doctype html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:">
<title>Vruchtbare Bodem</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<script>window.bodemSaved = ${data};</script>
<script type="module">${code}</script>
</body>
</html>
`;
  return new Blob([html], { type: "text/html" });
}

export function handOver(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
