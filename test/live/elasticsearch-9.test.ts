import { describeCluster } from './describe-cluster';
import { provisioning } from './suites/provisioning';
import { rotation } from './suites/rotation';
import { security } from './suites/security';
import { templates } from './suites/templates';

describeCluster('9.5.0', [templates, security, provisioning, rotation]);
