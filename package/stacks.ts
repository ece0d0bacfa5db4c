import './requirements';

export * from '../stacks';
