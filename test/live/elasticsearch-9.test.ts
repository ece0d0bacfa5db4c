import { describeCluster, type Suite } from './describe-cluster';
import { applied } from './suites/applied';
import { collector } from './suites/collector';
import { outages, rollingRestart } from './suites/outages';
import { provisioning } from './suites/provisioning';
import { rotation } from './suites/rotation';
import { security } from './suites/security';
import { templates } from './suites/templates';

/** One of the kills; the others, and the other version, are in `npm run test:outages`. */
const kill: Suite = (cluster) => outages(cluster, 1);

describeCluster('9.5.0', [applied, templates, security, provisioning, rotation, kill, collector, rollingRestart]);
