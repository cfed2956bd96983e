// The frames of one world as the server packs them: bytes in base64, one row per so many weeks.
import type { Layout, SideStory } from "./types";

export const ALIVE = 1;
export const LOCATION = 2;
export const DESIGNED = 4;
export const ANCHORED = 8;

function bytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}

function pairs16(text: string): Uint16Array {
  return new Uint16Array(bytes(text).buffer);
}

export interface Frames {
  count: number;
  pairs: number;
  trustWorker: Uint8Array;
  trustProfessional: Uint8Array;
  apart: Uint8Array;
  known: Uint8Array;
  joint: Uint8Array;
  energy: Uint8Array;
  courage: Uint8Array;
  question: Uint16Array;
  crisis: Uint16Array;
  cases: Uint16Array;
  events: number[][];
  terms: number[][];
}

export function unpacked(side: SideStory, layout: Layout): Frames {
  return {
    count: side.frames,
    pairs: layout.workers.length * layout.professionals.length,
    trustWorker: bytes(side.trust_worker),
    trustProfessional: bytes(side.trust_professional),
    apart: bytes(side.apart),
    known: bytes(side.known),
    joint: bytes(side.joint),
    energy: bytes(side.energy),
    courage: bytes(side.courage),
    question: pairs16(side.question),
    crisis: pairs16(side.crisis),
    cases: pairs16(side.cases),
    events: side.events,
    terms: side.terms,
  };
}

export interface Ties {
  alive: number;
  location: number;
  ties: number;
}

// How many pairs work together, and how many others know each other's face.
export function tiesAt(frames: Frames, frame: number): Ties {
  const found = { alive: 0, location: 0, ties: 0 };
  for (let pair = frame * frames.pairs; pair < (frame + 1) * frames.pairs; pair++) {
    const joint = frames.joint[pair] ?? 0;
    if (joint & ALIVE) {
      found.alive++;
      if (joint & LOCATION) found.location++;
    } else if ((frames.known[pair] ?? 0) > 127) found.ties++;
  }
  return found;
}
