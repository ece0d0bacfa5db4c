export { routeMistakes } from './mistakes';
export { bufferedRoutes, isCatchAll, outputsOf, type Route, STACK_OUTPUT, takesContainers } from './route';
