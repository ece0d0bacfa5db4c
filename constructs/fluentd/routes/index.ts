export { routeMistakes } from './mistakes';
export { isCatchAll, type Route } from './route';
