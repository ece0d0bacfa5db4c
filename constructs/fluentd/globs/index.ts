export { commonName, covers, GLOB, globMistakes, isLiteral } from './glob';
export { GlobIndex } from './glob-index';
export { commonLabels, type LabelGlobs, labelGlobMistakes, labelsCover, labelText } from './labels';
export { type Overlap, overlaps, type PlacedGlob } from './overlaps';
