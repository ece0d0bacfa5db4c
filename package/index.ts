import './requirements';

export * from '../constructs';
