export { Kibana } from './kibana';
export { PORT } from './paths';
export type { KibanaProps } from './props';
export type { EncryptionKey, KibanaExistingSecrets } from './secrets';
export { type IpFamily, type SettingsInput, settings, settingsYaml } from './settings';
