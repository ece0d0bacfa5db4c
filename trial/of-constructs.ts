import { ApiObject, App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Environment } from '../environments';
import { defineStacks } from '../stacks';
import { type Collector, collectorAmong } from './collector';

/**
 * The collector of an environment.
 *
 * @throws PropsError if a construct refuses what the environment gives it
 */
export function collectorOfEnvironment(environment: Environment): Collector {
  const { charts } = defineStacks(new App(), environment);
  return collectorAmong(charts.flatMap(objectsOf), environment.name);
}

/**
 * The collector that a construct is, or that is somewhere in it.
 *
 * @throws InputError if there is none, or more than one
 */
export function collectorOfConstruct(construct: IConstruct): Collector {
  return collectorAmong(objectsOf(construct), construct.node.path);
}

function objectsOf(construct: IConstruct) {
  return construct.node
    .findAll()
    .filter((child): child is ApiObject => ApiObject.isApiObject(child))
    .map((object) => object.toJson());
}
