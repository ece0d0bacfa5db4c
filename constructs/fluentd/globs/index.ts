export { commonName, covers, GLOB, globMistakes, isLiteral } from './glob';
export { GlobIndex } from './glob-index';
export { type Overlap, overlaps, type PlacedGlob } from './overlaps';
