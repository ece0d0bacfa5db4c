/** The part of a value that `filter_path` names, e.g. `errors,items.*.status`. */
export function filtered(value: object, filterPath: string): unknown {
  return new Filter(filterPath.split(',').map((path) => path.split('.'))).of(value) ?? {};
}

/** What is left of values below some paths. */
class Filter {
  private readonly isWhole: boolean;
  private readonly below = new Map<string, Filter | undefined>();

  constructor(private readonly paths: readonly (readonly string[])[]) {
    this.isWhole = paths.some((path) => path.length === 0);
  }

  /** The part that is named; undefined if nothing of it is. */
  of(value: unknown): unknown {
    if (this.isWhole) return value;
    if (typeof value !== 'object' || value === null) return undefined;
    // A path goes through lists without naming them.
    return Array.isArray(value) ? this.ofList(value) : this.ofObject(value as Record<string, unknown>);
  }

  private ofList(list: readonly unknown[]): unknown {
    const items = list.map((item) => this.of(item)).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }

  private ofObject(object: Record<string, unknown>): unknown {
    let kept: Record<string, unknown> | undefined;
    for (const key in object) {
      const part = this.at(key)?.of(object[key]);
      if (part === undefined) continue;
      kept ??= {};
      kept[key] = part;
    }
    return kept;
  }

  private at(key: string): Filter | undefined {
    if (!this.below.has(key)) {
      const paths = this.paths.filter(([first]) => first === key || first === '*').map((path) => path.slice(1));
      this.below.set(key, paths.length > 0 ? new Filter(paths) : undefined);
    }
    return this.below.get(key);
  }
}
