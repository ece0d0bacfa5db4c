export { routeMistakes } from './mistakes';
export { bufferedRoutes, isCatchAll, type Route, takesContainers } from './route';
