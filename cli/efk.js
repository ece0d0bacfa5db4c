#!/usr/bin/env node
// Compiles as it loads, in this process: the programs npx and tsx would each start another one, and take longer than most
// commands do.
require('tsx/cjs');
require('./efk.ts');
