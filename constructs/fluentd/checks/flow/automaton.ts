/**
 * A set of tags, as a small regular expression: `any` is any text, `part` any text without a dot. The last two hold at a
 * place instead of taking characters: `start` at the beginning of the tag, `dotNext` where a dot or the end follows.
 */
export type Tags =
  | { readonly text: string }
  | { readonly sequence: readonly Tags[] }
  | { readonly oneOf: readonly Tags[] }
  | 'any'
  | 'part'
  | 'start'
  | 'dotNext';

/** Every tag. */
export const ALL: Tags = 'any';

/** A state, whether a dot must come next, and what leads on. */
interface Edge {
  /** Character that is taken, or what is taken or asked for without one. */
  readonly on: 'any' | 'notDot' | 'nothing' | 'start' | 'dotNext' | { readonly character: string };
  readonly to: number;
}

/** Tags as an automaton: edges by state; it begins in 0 and ends in 1. */
export class Automaton {
  private readonly edges: Edge[][] = [[], []];

  /** Characters that it tells apart. */
  readonly characters = new Set<string>();

  constructor(tags: Tags) {
    this.add(tags, 0, 1);
  }

  private add(tags: Tags, from: number, to: number): void {
    if (tags === 'any' || tags === 'part') {
      // A state of its own: the loop must not be taken by what else begins or ends in these two.
      const loop = this.state();
      this.edge(from, 'nothing', loop);
      this.edge(loop, tags === 'any' ? 'any' : 'notDot', loop);
      this.edge(loop, 'nothing', to);
    } else if (tags === 'start' || tags === 'dotNext') {
      this.edge(from, tags, to);
    } else if ('oneOf' in tags) {
      for (const choice of tags.oneOf) this.add(choice, from, to);
    } else if ('text' in tags) {
      const characters = [...tags.text];
      for (const character of characters) this.characters.add(character);
      this.inTurn(characters, from, to, (character, a, b) => this.edge(a, { character }, b));
    } else {
      this.inTurn(tags.sequence, from, to, (part, a, b) => this.add(part, a, b));
    }
  }

  private inTurn<Part>(parts: readonly Part[], from: number, to: number, add: (p: Part, a: number, b: number) => void) {
    let at = from;
    for (const part of parts) {
      const next = this.state();
      add(part, at, next);
      at = next;
    }
    this.edge(at, 'nothing', to);
  }

  private state(): number {
    return this.edges.push([]) - 1;
  }

  private edge(from: number, on: Edge['on'], to: number): void {
    this.edges[from]?.push({ on, to });
  }

  /** The places in which it is at first. A place is twice a state, and one more where a dot must come next. */
  first(): Set<number> {
    return this.reached([0], true);
  }

  /** The places in which it is behind a character. */
  next(places: ReadonlySet<number> = new Set(), character: string): Set<number> {
    const taken: number[] = [];
    for (const place of places) {
      if (place % 2 === 1 && character !== '.') continue;
      for (const { on, to } of this.edges[place >> 1] ?? []) {
        const takes = on === 'any' || (on === 'notDot' && character !== '.') || isCharacter(on, character);
        if (takes) taken.push(to * 2);
      }
    }
    return this.reached(taken, false);
  }

  /** Whether it can end in one of the places. */
  ends(places: ReadonlySet<number> = new Set()): boolean {
    return places.has(2) || places.has(3);
  }

  private reached(places: readonly number[], isStart: boolean): Set<number> {
    const found = new Set<number>();
    const open = [...places];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (found.has(place)) continue;
      found.add(place);
      for (const { on, to } of this.edges[place >> 1] ?? []) {
        if (on === 'nothing' || (on === 'start' && isStart)) open.push(to * 2 + (place % 2));
        if (on === 'dotNext') open.push(to * 2 + 1);
      }
    }
    return found;
  }
}

function isCharacter(on: Edge['on'], character: string): boolean {
  return typeof on === 'object' && on.character === character;
}
