import './requirements';

export { missingFluentd } from '../trial/expect/missing-fluentd';
export { expectPipeline } from '../trial/expect/pipeline';
export type {
  ExpectedDocument,
  GivenLine,
  GivenOptions,
  PipelineExpectations,
  PipelineTestOptions,
  PipelineUnderTest,
} from '../trial/expect/types';
