export { commonName, covers, GLOB, globMistakes, isLiteral } from './glob';
export { type Overlap, overlaps, type PlacedGlob } from './overlaps';
