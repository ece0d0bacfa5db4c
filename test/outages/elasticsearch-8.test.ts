import { describeCluster } from '../live/describe-cluster';
import { outages } from '../live/suites/outages';

describeCluster('8.19.8', [outages]);
