export { type Expansion, expandTenants, type PartialInput, tenantRoute } from './expand';
export { tenantMistakes } from './mistakes';
