import { describeCluster } from '../live/describe-cluster';
import { outages, rollingRestart } from '../live/suites/outages';

describeCluster('8.19.8', [outages, rollingRestart]);
