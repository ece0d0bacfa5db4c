import { describeCluster } from './describe-cluster';
import { applied } from './suites/applied';
import { provisioning } from './suites/provisioning';
import { security } from './suites/security';
import { templates } from './suites/templates';

describeCluster('8.19.8', [applied, templates, security, provisioning]);
