import { describeCluster } from '../live/describe-cluster';
import { outages, rollingRestart } from '../live/suites/outages';
import { volumes } from '../live/suites/volumes';

describeCluster('9.5.0', [outages, rollingRestart, volumes]);
