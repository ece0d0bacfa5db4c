import { App } from 'cdk8s';
import { Agents } from './agents';

const app = new App({ outdir: 'manifests' });
new Agents(app, 'agents');
app.synth();
