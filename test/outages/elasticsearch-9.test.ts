import { describeCluster } from '../live/describe-cluster';
import { outages, rollingRestart } from '../live/suites/outages';

describeCluster('9.5.0', [outages, rollingRestart]);
