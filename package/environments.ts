import './requirements';

export * from '../environments';
