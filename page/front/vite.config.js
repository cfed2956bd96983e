import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const here = import.meta.dirname;
const alone = ["index.html", "package-lock.json", "package.json", "svelte.config.js", "tsconfig.json", "vite.config.js"];

// One digest over all sources: a test compares it, so that the built files cannot fall behind.
function sourceDigest() {
  const inside = readdirSync(join(here, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(here, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  const digest = createHash("sha256");
  for (const name of [...alone, ...inside].sort()) {
    digest.update(`${name}\0`).update(readFileSync(join(here, name))).update("\0");
  }
  return digest.digest("hex");
}

const recordSources = {
  name: "record-sources",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "sources.txt", source: `${sourceDigest()}\n` });
  },
};

export default defineConfig({
  root: here,
  base: "/",
  plugins: [svelte(), recordSources],
  build: {
    outDir: join(here, "../static"),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      output: { entryFileNames: "page.js", chunkFileNames: "[name].js", assetFileNames: "page[extname]" },
    },
  },
});
