import './requirements';
import './pulumi-requirements';

export * from '../stacks/pulumi';
