import { importsOf, type SourceTree } from './source-tree';

/** Floors of Fluentd that stand on no Kubernetes, so that what reads manifests can stand on them too. */
const FLOORS = /^constructs\/fluentd\/(conf|plugins|checks)\//;

/** Which folders of ours the files of a folder may import, besides their own folder. The first fitting line counts. */
export const LAYERS: readonly { readonly files: RegExp; readonly mayImport: RegExp; readonly words: string }[] = [
  { files: /^constructs\/core\//, mayImport: /^$/, words: 'nothing of ours' },
  { files: /^constructs\/fluentd\/conf\//, mayImport: /^$/, words: 'nothing of ours' },
  {
    files: /^constructs\/fluentd\/plugins\//,
    mayImport: /^constructs\/fluentd\/conf\//,
    words: 'constructs/fluentd/conf',
  },
  {
    files: /^constructs\/fluentd\/checks\//,
    mayImport: /^constructs\/fluentd\/(conf|plugins)\//,
    words: 'constructs/fluentd/{conf,plugins}',
  },
  {
    files: /^constructs\/fluentd\//,
    mayImport: /^constructs\/(core|fluentd\/(conf|plugins|checks))\//,
    words: 'constructs/core; components meet in a stack',
  },
  {
    files: /^constructs\/[^/]+\//,
    mayImport: /^constructs\/core\//,
    words: 'constructs/core; components meet in a stack',
  },
  { files: /^constructs\//, mayImport: /^constructs\//, words: 'constructs' },
  { files: /^environments\//, mayImport: /^constructs\//, words: 'constructs' },
  {
    files: /^stacks\//,
    mayImport: /^(environments|constructs|review\/policies)\//,
    words: 'environments, constructs and review/policies',
  },
  {
    files: /^review\//,
    mayImport: /^constructs\/(core|fluentd\/(conf|plugins|checks|globs))\//,
    words: 'constructs/core and constructs/fluentd/{conf,plugins,checks,globs}',
  },
  {
    files: /^package\//,
    mayImport: /^(environments|constructs|stacks|review|trial|cli)\//,
    words: 'environments, constructs, stacks, review, trial and cli',
  },
  { files: /^local\//, mayImport: /^$/, words: 'nothing of ours' },
  {
    files: /^trial\//,
    mayImport: /^(environments|constructs|stacks|review|local)\//,
    words: 'environments, constructs, stacks, review and local',
  },
  {
    files: /^codegen\//,
    mayImport: /^(local|constructs\/(core|fluentd\/(plugins|monitoring)|elasticsearch\/monitoring))\//,
    words: 'local, constructs/core, constructs/fluentd/{plugins,monitoring} and constructs/elasticsearch/monitoring',
  },
  {
    files: /^cli\//,
    mayImport: /^(environments|constructs|stacks|review|local|trial)\//,
    words: 'environments, constructs, stacks, review, local, trial',
  },
];

/** Where Pulumi may be imported: loading it takes longer than a whole synthesis, and who only reviews does not need it. */
const PULUMI_FILES = /^(stacks\/(deploy\.ts$|pulumi\/)|package\/pulumi-requirements\.ts$)/;

/** One line per import that goes against the direction of the layers. */
export function layerViolations(tree: SourceTree): string[] {
  return [...tree.keys()].flatMap((path) => {
    const layer = LAYERS.find(({ files }) => files.test(path));
    if (!layer) return [];
    return importsOf(tree, path)
      .filter(({ file }) => file && folderOf(file) !== folderOf(path) && !layer.mayImport.test(file))
      .map(
        ({ file }) =>
          `${path}: imports ${file}, but ${folderOf(path)} may import only ${layer.words}; pass data in instead`,
      );
  });
}

/** One line per package that a floor of Fluentd imports. */
export function packageViolations(tree: SourceTree): string[] {
  return [...tree.keys()]
    .filter((path) => FLOORS.test(path))
    .flatMap((path) =>
      importsOf(tree, path)
        .filter(({ specifier }) => !specifier.startsWith('.'))
        .map(
          ({ specifier }) =>
            `${path}: imports ${specifier}, but ${folderOf(path)} may import no package; move that part up in constructs/fluentd`,
        ),
    );
}

/** `constructs/<component>` for components, its floors for Fluentd, the top folder for everything else. */
function folderOf(path: string): string {
  const [floor] = FLOORS.exec(path) ?? [];
  if (floor) return floor.slice(0, -1);
  const [top = '', second] = path.split('/');
  return top === 'constructs' && second && !second.endsWith('.ts') ? `${top}/${second}` : top;
}

/** One line per import of Pulumi outside of the Pulumi entry. */
export function pulumiViolations(tree: SourceTree): string[] {
  return [...tree.keys()]
    .filter((path) => !PULUMI_FILES.test(path))
    .flatMap((path) =>
      importsOf(tree, path)
        .filter(({ specifier }) => isPulumi(specifier))
        .map(
          ({ specifier }) =>
            `${path}: imports ${specifier}, but only stacks/deploy.ts and stacks/pulumi may; move that part there`,
        ),
    );
}

/** One line per file of `entries` that loads Pulumi, however many imports away. */
export function pulumiLoads(tree: SourceTree, entries: readonly string[]): string[] {
  return entries.flatMap((entry) => {
    const way = wayToPulumi(tree, entry);
    return way ? [`${entry}: loads Pulumi (${way.join(' -> ')}); import what it needs from another file`] : [];
  });
}

/** Shortest chain of imports from `entry` to Pulumi. */
function wayToPulumi(tree: SourceTree, entry: string): string[] | undefined {
  const ways = [[entry]];
  const seen = new Set([entry]);
  for (const way of ways) {
    for (const { specifier, file, loads } of importsOf(tree, way.at(-1) as string)) {
      if (!loads) continue;
      if (isPulumi(specifier)) return [...way, specifier];
      if (!file || seen.has(file)) continue;
      seen.add(file);
      ways.push([...way, file]);
    }
  }
  return undefined;
}

/** Whether a module is code of Pulumi; a package.json, which says its version, is not. */
function isPulumi(specifier: string): boolean {
  return specifier.startsWith('@pulumi/') && !specifier.endsWith('/package.json');
}

/** One line per circle of imports; types count, because they tie files together just as well. */
export function cycles(tree: SourceTree): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]) => {
    const start = way.indexOf(path);
    if (start >= 0) {
      const cycle = [...way.slice(start), path];
      found.push(`${path}: imports itself (${cycle.join(' -> ')}); move what both need to a file of its own`);
      return;
    }
    if (done.has(path)) return;
    for (const { file } of importsOf(tree, path)) if (file) visit(file, [...way, path]);
    done.add(path);
  };
  for (const path of tree.keys()) visit(path, []);
  return found;
}
