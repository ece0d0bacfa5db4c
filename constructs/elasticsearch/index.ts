export { Elasticsearch } from './elasticsearch';
export { heapMiB } from './heap';
export { NODE_ROLES, type NodeRole } from './node-roles';
export type { ElasticsearchProps, NodeSetProps } from './props';
export { type IndicesPrivileges, provisionerRole, type RoleDescriptor, writerRole } from './roles';
