import { isLiteral, prefixOf } from './glob';

/** What is filed under globs whose names begin and end alike: so many characters before and behind the wildcards. */
interface Drawer<T> {
  readonly before: number;
  readonly behind: number;
  readonly filed: Map<string, T[]>;
}

/**
 * What is filed under globs, to find that under globs that may cover another one without trying all: of a thousand teams
 * nearly all begin or end differently.
 */
export class GlobIndex<T> {
  private readonly names = new Map<string, T[]>();
  private readonly drawers = new Map<string, Drawer<T>>();

  /** Files something under a glob. */
  add(glob: string, item: T): void {
    if (isLiteral(glob)) file(this.names, glob, item);
    else {
      const [before, behind] = [prefixOf(glob).length, endOf(glob).length];
      const key = `${before} ${behind}`;
      const drawer = this.drawers.get(key) ?? { before, behind, filed: new Map() };
      this.drawers.set(key, drawer);
      file(drawer.filed, endsOf(glob, drawer), item);
    }
  }

  /** In parts, each in the order in which it was filed, what is filed under globs that may cover `glob`, and more. */
  thatMayCover(glob: string): readonly (readonly T[])[] {
    const found = [this.names.get(glob)];
    for (const drawer of this.drawers.values()) found.push(drawer.filed.get(endsOf(glob, drawer)));
    return found.filter((part) => part !== undefined);
  }
}

function file<T>(filed: Map<string, T[]>, key: string, item: T): void {
  const items = filed.get(key);
  if (items) items.push(item);
  else filed.set(key, [item]);
}

/** The characters behind the last wildcard. */
function endOf(glob: string): string {
  return /[^*?]*$/.exec(glob)?.[0] ?? '';
}

function endsOf(glob: string, { before, behind }: Drawer<unknown>): string {
  return `${glob.slice(0, before)} ${glob.slice(glob.length - behind)}`;
}
