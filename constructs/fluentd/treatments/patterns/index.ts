export { canMatchNothing, groupNames, patternMistakes, rubyPattern, sampleMistakes } from './pattern';
