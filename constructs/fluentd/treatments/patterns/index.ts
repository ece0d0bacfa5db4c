export { groupNames, patternMistakes, rubyPattern, sampleMistakes } from './pattern';
