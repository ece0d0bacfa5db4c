export { routeMistakes } from './mistakes';
export { bufferedRoutes, isCatchAll, type Route } from './route';
