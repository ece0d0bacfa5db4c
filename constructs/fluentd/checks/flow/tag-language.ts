import { Automaton, type Tags } from './automaton';

/** More states than this are not looked at: nothing is claimed about what is so large. */
const MOST_STATES = 20_000;

/** A beginning of a tag, and where each automaton is behind it. */
interface Beginning {
  readonly tag: string;
  readonly places: readonly ReadonlySet<number>[];
}

/**
 * A tag that is in every set of `all` and in none of `none`.
 *
 * @returns the shortest such tag; nothing if there certainly is none; an empty text if that would take too long to find out
 */
export function someTag(all: readonly Tags[], none: readonly Tags[] = []): string | undefined {
  const automata = [...all, { oneOf: none }].map((tags) => new Automaton(tags));
  const letters = lettersOf(automata);
  const seen = new Set<string>();
  let open: Beginning[] = [{ tag: '', places: automata.map((automaton) => automaton.first()) }];
  while (open.length > 0) {
    const next = open.flatMap((beginning) => letters.map((letter) => longer(automata, beginning, letter)));
    // Where one of `all` is nowhere, nothing follows.
    open = next.filter(({ places }) => all.every((_, index) => places[index]?.size !== 0) && isNew(places, seen));
    const found = open.find(({ places }) => automata.every((a, index) => a.ends(places[index]) === index < all.length));
    if (found) return found.tag;
    if (seen.size > MOST_STATES) return '';
  }
  return undefined;
}

function longer(automata: readonly Automaton[], { tag, places }: Beginning, letter: string): Beginning {
  return { tag: tag + letter, places: automata.map((automaton, index) => automaton.next(places[index], letter)) };
}

function isNew(places: Beginning['places'], seen: Set<string>): boolean {
  const key = places.map((set) => [...set].sort().join()).join(';');
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** Letters that no set tells apart are all the same: one of them is enough. */
function lettersOf(automata: readonly Automaton[]): string[] {
  const known = new Set(['.', ...automata.flatMap(({ characters }) => [...characters])]);
  const other = [...'xyzabcdefghijklmnopqrstuvw0123456789_'].find((letter) => !known.has(letter)) ?? '\u00a0';
  return [other, ...known];
}
