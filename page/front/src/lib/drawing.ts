// The layered network on a canvas. Places come from the server and are the same for both sides.
import { ALIVE, ANCHORED, DESIGNED, LOCATION, type Frames } from "./frames";
import type { Actor, Layout } from "./types";

export const INK = "#1d2729";
const SOFT = "#4d5a5c";
const GREEN = "#2d6a3e";
const TEAL = "#1b7f86";
const RED = "#b02a1c";
const HEAD = 8;
const PULSE = 8;

export interface Place {
  x: number;
  y: number;
}

export interface Labels {
  cases: (count: number) => string;
  families: (question: number, crisis: number) => string;
}

export interface Chosen {
  professional: number;
  worker: number;
}

export function placeOf(actor: Actor, width: number, height: number): Place {
  return { x: actor.x * width, y: HEAD + actor.y * (height - 2 * HEAD) };
}

export function draw(
  canvas: HTMLCanvasElement,
  layout: Layout,
  frames: Frames,
  week: number,
  every: number,
  started: number,
  ended: ReadonlySet<number>,
  chosen: Chosen,
  labels: Labels,
): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const frame = Math.min(frames.count - 1, Math.floor(week / every));
  const people = {
    professionals: layout.professionals.map((one) => placeOf(one, width, height)),
    workers: layout.workers.map((one) => placeOf(one, width, height)),
  };
  bands(context, layout, frames, frame, width, height, labels);
  ties(context, people, frames, frame, chosen);
  pulses(context, people, frames, week, started, ended);
  actors(context, people, frames, frame, chosen, sizeOf(layout, height));
}

// Half the size of an actor: smaller where a column holds many, as in a city.
function sizeOf(layout: Layout, height: number): number {
  const rows = Math.max(
    layout.professionals.length + layout.institutions.length,
    layout.workers.length + layout.self_organisations.length,
  );
  return Math.max(2.5, Math.min(6, (0.42 * height) / rows));
}

interface People {
  professionals: Place[];
  workers: Place[];
}

function bands(
  context: CanvasRenderingContext2D,
  layout: Layout,
  frames: Frames,
  frame: number,
  width: number,
  height: number,
  labels: Labels,
): void {
  const span = height - 2 * HEAD;
  context.textBaseline = "middle";
  for (const [side, groups] of [layout.institutions, layout.self_organisations].entries()) {
    groups.forEach((group, number) => {
      const top = HEAD + group.top * span;
      const tall = (group.bottom - group.top) * span;
      const left = side === 0 ? 0 : 0.655 * width;
      context.fillStyle = side === 0 ? "#eef1f5" : "#f3efe4";
      context.beginPath();
      context.roundRect(left, top, 0.345 * width, tall, 7);
      context.fill();
      const at = side === 0 ? 8 : width - 8;
      context.textAlign = side === 0 ? "left" : "right";
      const middle = top + tall / 2;
      const second = side === 0
        ? labels.cases(frames.cases[frame * layout.institutions.length + number] ?? 0)
        : labels.families(
            frames.question[frame * (groups.length + 1) + number] ?? 0,
            frames.crisis[frame * (groups.length + 1) + number] ?? 0,
          );
      const [above, below] = tall >= 30 ? [-8, 8] : tall >= 24 ? [-7, 6] : [0, 0];
      context.fillStyle = INK;
      context.font = `600 ${Math.max(9, Math.min(12.5, tall))}px system-ui, sans-serif`;
      // A long name takes two lines where there is room.
      const lines = tall >= 46 ? parted(context, group.name, 0.28 * width) : [group.name];
      const up = lines.length > 1 ? 7 : 0;
      lines.forEach((line, row) => {
        context.fillText(fitted(context, line, 0.28 * width), at, middle + above - up + 14 * row);
      });
      context.fillStyle = SOFT;
      context.font = "12px system-ui, sans-serif";
      if (tall >= 24) context.fillText(fitted(context, second, 0.28 * width), at, middle + below + up);
    });
  }
}

function parted(context: CanvasRenderingContext2D, text: string, most: number): string[] {
  if (context.measureText(text).width <= most) return [text];
  const words = text.split(" ");
  let first = words.shift() ?? "";
  while (words.length && context.measureText(`${first} ${words[0]}`).width <= most) first = `${first} ${words.shift()}`;
  return words.length ? [first, words.join(" ")] : [first];
}

function fitted(context: CanvasRenderingContext2D, text: string, most: number): string {
  if (context.measureText(text).width <= most) return text;
  let short = text;
  while (short.length > 1 && context.measureText(`${short}…`).width > most) short = short.slice(0, -1);
  return `${short}…`;
}

function ties(context: CanvasRenderingContext2D, people: People, frames: Frames, frame: number, chosen: Chosen): void {
  const some = chosen.professional >= 0 || chosen.worker >= 0;
  const many = people.professionals.length;
  const start = frame * frames.pairs;
  for (const joined of [false, true]) {
    for (let pair = 0; pair < frames.pairs; pair++) {
      const joint = frames.joint[start + pair] ?? 0;
      const known = frames.known[start + pair] ?? 0;
      const apart = frames.apart[start + pair] ?? 255;
      if (Boolean(joint & ALIVE) !== joined || (!joined && (known < 90 || apart > 104))) continue;
      const worker = Math.floor(pair / many);
      const professional = pair % many;
      const mine = follows(chosen, professional, worker);
      const trust = ((frames.trustWorker[start + pair] ?? 0) + (frames.trustProfessional[start + pair] ?? 0)) / 510;
      const fade = some && !mine ? 0.18 : 1;
      edge(context, people.professionals[professional]!, people.workers[worker]!, joint, trust, known, fade);
    }
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function follows(chosen: Chosen, professional: number, worker: number): boolean {
  if (chosen.professional >= 0 && chosen.professional !== professional) return false;
  return chosen.worker < 0 || chosen.worker === worker;
}

function edge(
  context: CanvasRenderingContext2D,
  from: Place,
  to: Place,
  joint: number,
  trust: number,
  known: number,
  fade: number,
): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  const bend = (to.x - from.x) * 0.4;
  context.bezierCurveTo(from.x + bend, from.y, to.x - bend, to.y, to.x, to.y);
  if (joint & ALIVE) {
    const location = Boolean(joint & LOCATION);
    context.strokeStyle = location ? GREEN : TEAL;
    context.lineWidth = 1.5 + 4.5 * trust + (joint & ANCHORED ? 1.5 : 0);
    context.setLineDash(joint & DESIGNED ? (location ? [] : [14, 4]) : [2, 4]);
    context.globalAlpha = 0.9 * fade;
  } else {
    context.strokeStyle = "#7b8488";
    context.lineWidth = 0.6 + 1.6 * trust;
    context.setLineDash([]);
    context.globalAlpha = (0.06 + 0.34 * (known / 255) * trust) * fade;
  }
  context.stroke();
}

function pulses(
  context: CanvasRenderingContext2D,
  people: People,
  frames: Frames,
  week: number,
  started: number,
  ended: ReadonlySet<number>,
): void {
  for (const event of frames.events) {
    const age = week - (event[0] ?? 0);
    if (age < 0) break;
    const kind = event[1] ?? -1;
    if (age > PULSE || (kind !== started && !ended.has(kind))) continue;
    const from = people.professionals[event[3] ?? -1];
    const to = people.workers[event[4] ?? -1];
    if (!from || !to) continue;
    const x = (from.x + to.x) / 2;
    const y = (from.y + to.y) / 2;
    context.globalAlpha = 1 - age / (PULSE + 2);
    context.lineWidth = 3;
    if (kind === started) {
      context.strokeStyle = GREEN;
      context.beginPath();
      context.arc(x, y, 4 + age, 0, 2 * Math.PI);
    } else {
      context.strokeStyle = RED;
      context.beginPath();
      context.moveTo(x - 6, y - 6);
      context.lineTo(x + 6, y + 6);
      context.moveTo(x + 6, y - 6);
      context.lineTo(x - 6, y + 6);
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

function actors(context: CanvasRenderingContext2D, people: People, frames: Frames, frame: number, chosen: Chosen, size: number): void {
  const professionals = people.professionals.length;
  people.professionals.forEach((place, number) => {
    const courage = (frames.courage[frame * professionals + number] ?? 0) / 255;
    context.fillStyle = shade([70, 92, 128], courage);
    context.strokeStyle = number === chosen.professional ? "#000" : "#3d4e69";
    context.lineWidth = number === chosen.professional ? 3.5 : 1.2;
    context.beginPath();
    context.rect(place.x - size, place.y - size, 2 * size, 2 * size);
    context.fill();
    context.stroke();
  });
  people.workers.forEach((place, number) => {
    const energy = (frames.energy[frame * people.workers.length + number] ?? 0) / 255;
    context.fillStyle = shade([163, 104, 22], energy);
    context.strokeStyle = number === chosen.worker ? "#000" : "#7a4c0d";
    context.lineWidth = number === chosen.worker ? 3.5 : 1.2;
    context.beginPath();
    context.arc(place.x, place.y, 1.2 * size, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  });
}

function shade(colour: [number, number, number], strength: number): string {
  const part = colour.map((one) => Math.round(255 - (255 - one) * (0.1 + 0.9 * strength)));
  return `rgb(${part.join(",")})`;
}
